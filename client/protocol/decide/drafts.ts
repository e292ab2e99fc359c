import * as z from 'zod/mini';
import { readJson } from '#shared/json.ts';
import { DECISIONS, type Decision, SIGNOFF_METHODS, type SignoffMethod } from '#shared/protocol/decisions.ts';

/** An answer that is not handed in yet. */
export interface Draft {
  versionId: string;
  decision: Decision | null;
  remark: string;
  thinkUntil: string;
  method: SignoffMethod;
  typedName: string;
}

/** What does not hold any more (a decision that is offered no longer) is left out; the sentence stays. */
const keptDraft = z.object({
  versionId: z.string(),
  decision: z.catch(z.nullable(z.enum(DECISIONS)), null),
  remark: z.string(),
  thinkUntil: z.catch(z.string(), ''),
  method: z.catch(z.enum(SIGNOFF_METHODS), 'name_getippt'),
  typedName: z.catch(z.string(), ''),
});

/**
 * What was kept of an answer to this version. After reopening, the own sentence stays; the decision has to
 * be made and confirmed again, because it would be about another text.
 */
export function draftOf(kept: string | undefined, fresh: Draft): Draft {
  const draft = kept === undefined ? null : readJson(keptDraft, kept);
  if (!draft) {
    return fresh;
  }
  return draft.versionId === fresh.versionId ? draft : { ...fresh, remark: draft.remark };
}
