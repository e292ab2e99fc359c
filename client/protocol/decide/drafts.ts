import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';
import { DECISIONS, type Decision, REMARK_CHARS } from '#shared/protocol/decisions.ts';

/** An answer that is not handed in yet. It lives in this tab only: phones discard tabs. */
export interface Draft {
  versionId: string;
  decision: Decision | null;
  remark: string;
  thinkUntil: string;
}

/** Kept where unsent edits are kept, so that leaving the table forgets both. */
const PREFIX = 'planrunde.unsaved.';
const SUFFIX = '.answer';

/** What does not hold any more (a decision that is offered no longer) is left out; the sentence stays. */
const keptDraft = z.object({
  versionId: z.string(),
  decision: z.catch(z.nullable(z.enum(DECISIONS)), null),
  remark: z.string(),
  thinkUntil: z.catch(z.string(), ''),
});

function keyOf(participationId: string): string {
  return PREFIX + participationId + SUFFIX;
}

/**
 * The draft of this person for this version. After reopening, the own sentence stays and the
 * decision has to be made again, because it would be about another text.
 */
export function readDraft(storage: Storage, participationId: string, fresh: Draft): Draft {
  forgetOthers(storage, participationId);
  const kept = parseDraft(storage.getItem(keyOf(participationId)));
  if (!kept) {
    return fresh;
  }
  return kept.versionId === fresh.versionId ? kept : { ...fresh, remark: kept.remark };
}

/** Keeps a draft until it is handed in. A full or forbidden storage loses only this comfort. */
export function keepDraft(storage: Storage, participationId: string, draft: Draft): void {
  try {
    storage.setItem(keyOf(participationId), JSON.stringify(draft));
  } catch {
    // The page still holds it.
  }
}

/** Forgets the draft: it was handed in, or the person leaves. */
export function forgetDraft(storage: Storage, participationId: string): void {
  storage.removeItem(keyOf(participationId));
}

/** Nothing of the person before stays on a device that was passed on. */
function forgetOthers(storage: Storage, participationId: string): void {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index));
  for (const key of keys) {
    if (key?.startsWith(PREFIX) && key.endsWith(SUFFIX) && key !== keyOf(participationId)) {
      storage.removeItem(key);
    }
  }
}

function parseDraft(text: string | null): Draft | null {
  const kept = text === null ? null : readJson(keptDraft, text);
  return kept && { ...kept, remark: kept.remark.slice(0, REMARK_CHARS) };
}
