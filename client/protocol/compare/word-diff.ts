/** A stretch of a sentence, and whether the other version has it too. */
export interface Stretch {
  text: string;
  changed: boolean;
}

/** Both sentences, word by word. */
export interface WordDiff {
  before: Stretch[];
  after: Stretch[];
}

/** Above this share of changed words, whole sentences are easier to read than marks. */
const CONFETTI = 0.6;

/** Longer texts are shown whole: comparing them word by word would hold up the page. */
const MAX_TOKENS = 600;

/** What changed between two sentences; null where it is so much that both should stand whole. */
export function diffWords(before: string, after: string): WordDiff | null {
  const [old, now] = [tokensOf(before), tokensOf(after)];
  if (old.length > MAX_TOKENS || now.length > MAX_TOKENS) {
    return null;
  }
  const [keptOld, keptNow] = common(old, now);
  const words = Math.max(
    wordCount(old, () => true),
    wordCount(now, () => true),
  );
  const changed = Math.max(
    wordCount(old, (index) => !keptOld.has(index)),
    wordCount(now, (index) => !keptNow.has(index)),
  );
  if (words > 0 && changed / words > CONFETTI) {
    return null;
  }
  return { before: stretches(old, keptOld), after: stretches(now, keptNow) };
}

/** Words, gaps and signs; a hyphenated word is one word. */
function tokensOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+(?:[-'’:.][\p{L}\p{N}\p{M}]+)*|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

function wordCount(tokens: readonly string[], counts: (index: number) => boolean): number {
  return tokens.filter((token, index) => /[\p{L}\p{N}]/u.test(token) && counts(index)).length;
}

/** Places of the longest common subsequence, in both. */
function common(a: readonly string[], b: readonly string[]): [Set<number>, Set<number>] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i];
    for (let j = b.length - 1; row && j >= 0; j--) {
      row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const kept: [Set<number>, Set<number>] = [new Set(), new Set()];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      kept[0].add(i++);
      kept[1].add(j++);
    } else if (at(i + 1, j) >= at(i, j + 1)) {
      i++;
    } else {
      j++;
    }
  }
  return kept;
}

/** Runs of equal kind. A gap between two changed words belongs to the change. */
function stretches(tokens: readonly string[], kept: ReadonlySet<number>): Stretch[] {
  const changedAt = (index: number): boolean => {
    if (index < 0 || index >= tokens.length) {
      return false;
    }
    return !kept.has(index);
  };
  const runs: Stretch[] = [];
  tokens.forEach((text, index) => {
    const gap = /^\s+$/.test(text);
    const changed = gap ? changedAt(index - 1) && changedAt(index + 1) : changedAt(index);
    const last = runs.at(-1);
    if (last && last.changed === changed) {
      last.text += text;
    } else {
      runs.push({ text, changed });
    }
  });
  return runs;
}
