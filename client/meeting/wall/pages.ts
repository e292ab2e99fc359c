import { isolated, joinedParts } from '#shared/i18n/isolate.ts';
import type {
  ActionGoal,
  Block,
  DirectionGoal,
  Report,
  ReportSection,
} from '#shared/protocol/report/blocks.ts';

/** One screen of the reading version. */
export interface ReadingPage {
  key: string;
  title: string;
  lines: ReadingLine[];
}

export interface ReadingLine {
  /** The record it tells of, where there is one: a selection of who leads opens its page. */
  key: string;
  text: string;
  /** `goal` large, `step` with its box, `label` small above what follows, `small` below what it tells of. */
  kind: 'label' | 'goal' | 'step' | 'text' | 'small' | 'quote';
  /** Only for steps. */
  done?: boolean;
  /** Says something of the line above and stays with it. */
  below?: true;
  /** The name above the words of one voice. */
  voice?: string;
}

type Kind = Block['kind'];
/** What stands together: a section, or a Richtungsziel with everything below it. */
type Sheet = Omit<ReadingPage, 'key'>;

/** The report as pages for the shared screen, in its order, with every word it says of a section. */
export function readingPages(report: Report): ReadingPage[] {
  return report.sections
    .filter(({ places }) => places.includes('wall'))
    .flatMap((section) =>
      sheetsOf(section).flatMap((sheet, index) => split({ ...sheet, key: `${section.code}/${index}` })),
    );
}

/** A Leitziel and each Richtungsziel have a sheet of their own; everything else of a section shares one. */
function sheetsOf(section: ReportSection): Sheet[] {
  const sheets: Sheet[] = [];
  let shared: ReadingLine[] | undefined;
  section.blocks.forEach((block, index) => {
    if (block.kind === 'goal' || block.kind === 'leitziel') {
      shared = undefined;
      sheets.push(
        block.kind === 'goal'
          ? { title: block.goal.label, lines: directionLines(block.goal) }
          : { title: block.label, lines: [line('leitziel', 'goal', block.text)] },
      );
      return;
    }
    if (!shared) {
      shared = [];
      sheets.push({ title: section.spoken, lines: shared });
    }
    shared.push(...linesOf(block, `${section.code}${index}`));
  });
  return sheets;
}

/** Lines of what is no goal. Answers to a version are never shown here, people are not read aloud. */
const LINES: { [K in Kind]?: (block: Extract<Block, { kind: K }>, key: string) => ReadingLine[] } = {
  paragraphs: ({ voice, items }, key) => [
    ...(voice ? [line(`${key}-voice`, 'label', voice)] : []),
    ...items.map((text, at) => ({ ...line(`${key}.${at}`, 'text', text), ...(voice ? { voice } : {}) })),
  ],
  bullets: ({ items }, key) => items.map((text, at) => line(`${key}.${at}`, 'text', text)),
  facts: ({ items }, key) =>
    items.flatMap(({ label, text }, at) => [
      line(`${key}.${at}-label`, 'label', label),
      line(`${key}.${at}`, 'text', text),
    ]),
  resources: ({ groups }, key) =>
    groups.flatMap(({ domain, title, items }) => [
      line(`${key}.${domain}`, 'label', title),
      ...items.flatMap(({ id, title: name, description, note }) => [
        line(id, 'text', name),
        line(`${id}-note`, 'small', joinedParts([description, note], ' · ')),
      ]),
    ]),
  reviews: ({ rows }) =>
    rows.flatMap((row) => [
      line(`${row.id}-label`, 'label', joinedParts([row.label, row.due], ', ')),
      line(row.id, 'text', row.before),
      { ...line(`${row.id}-result`, 'text', joinedParts([row.result, row.text], ': ')), below: true },
      ...smalls(row.id, [row.scales, row.obstacle, row.consequence, ...row.details]),
    ]),
  note: ({ text }, key) => [line(key, 'small', text)],
};

function linesOf<K extends Kind>(block: Extract<Block, { kind: K }>, key: string): ReadingLine[] {
  const lines: ((block: Extract<Block, { kind: K }>, key: string) => ReadingLine[]) | undefined =
    LINES[block.kind as K];
  return lines?.(block, key) ?? [];
}

function directionLines(goal: DirectionGoal): ReadingLine[] {
  return [line(goal.id, 'goal', goal.text), ...quote(goal), ...goal.goals.flatMap(actionLines)];
}

function actionLines(goal: ActionGoal): ReadingLine[] {
  return [
    line(`${goal.id}-label`, 'label', goal.label),
    line(goal.id, 'goal', goal.text),
    ...quote(goal),
    ...smalls(
      goal.id,
      goal.facts.map(({ label, text }) => `${label}: ${isolated(text)}`),
    ),
    ...goal.steps.flatMap((step) => [
      { ...line(step.id, 'step', `${step.number} ${isolated(step.text)}`), done: step.done },
      ...quote(step),
      ...smalls(step.id, [step.about]),
    ]),
  ];
}

function quote({ id, quote: text }: { id: string; quote: string }): ReadingLine[] {
  return text ? [line(`${id}-quote`, 'quote', text)] : [];
}

function smalls(id: string, texts: readonly string[]): ReadingLine[] {
  return texts.flatMap((text, at) => (text ? [line(`${id}-small${at}`, 'small', text)] : []));
}

function line(key: string, kind: ReadingLine['kind'], text: string): ReadingLine {
  return { key, kind, text, ...(kind === 'small' || kind === 'quote' ? { below: true } : {}) };
}

/** Height of a page in lines of running text; a long part goes on on the next page. */
const LINES_A_PAGE = 18.5;

/** Signs in a line, height of a line, and the gap around it, by kind: as `WallReading.module.css` sets them. */
const MEASURE: Record<ReadingLine['kind'], { signs: number; height: number; gap: number }> = {
  label: { signs: 110, height: 0.75, gap: 0.5 },
  goal: { signs: 74, height: 1.1, gap: 0.3 },
  step: { signs: 84, height: 1, gap: 0.3 },
  text: { signs: 88, height: 1, gap: 0.3 },
  quote: { signs: 88, height: 1, gap: 0.1 },
  small: { signs: 118, height: 0.75, gap: 0.1 },
};

/**
 * Cuts a page that is higher than the screen, never inside a sentence and never below a label. The words of one
 * voice stand under its name on the next page too.
 */
function split(whole: ReadingPage): ReadingPage[] {
  const parts: ReadingLine[][] = [[]];
  let used = 0;
  for (const group of grouped(whole.lines)) {
    if (used > 0 && used + heightOfAll(group) > LINES_A_PAGE) {
      const voice = voiceAbove(group[0]);
      parts.push(voice ? [voice] : []);
      used = heightOfAll(parts.at(-1) ?? []);
    }
    parts.at(-1)?.push(...group);
    used += heightOfAll(group);
  }
  return parts.map((lines, index) => ({ ...whole, key: `${whole.key}/${index}`, lines }));
}

/** The name to stand once more above words that go on on a page of their own. */
function voiceAbove(first: ReadingLine | undefined): ReadingLine | null {
  return first?.voice ? line(`${first.key}-voice`, 'label', first.voice) : null;
}

/** Lines that stay together: a label with what follows, a sentence with what is said of it. */
function grouped(lines: readonly ReadingLine[]): ReadingLine[][] {
  const groups: ReadingLine[][] = [];
  let open = false;
  for (const next of lines) {
    const last = groups.at(-1);
    if (last && (open || next.below) && heightOfAll(last) < LINES_A_PAGE * 0.7) {
      last.push(next);
    } else {
      groups.push([next]);
    }
    open = next.kind === 'label';
  }
  return groups;
}

/** How high lines are together. */
export function heightOfAll(lines: readonly ReadingLine[]): number {
  return lines.reduce((sum, next) => sum + heightOf(next), 0);
}

/** How high a line is on the screen, in lines of running text. */
function heightOf({ kind, text }: ReadingLine): number {
  const { signs, height, gap } = MEASURE[kind];
  const rows = text.split('\n').reduce((sum, row) => sum + Math.max(1, Math.ceil(row.length / signs)), 0);
  return rows * height + gap;
}
