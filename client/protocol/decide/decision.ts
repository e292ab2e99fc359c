import { type Decision, REMARK_CHARS } from '#shared/protocol/decisions.ts';
import type { Draft } from './drafts.ts';

/** What keeps an answer from being handed in, first things first. */
export type Missing = 'decision' | 'remark' | 'date' | 'name';

/** Whether an own sentence goes with this decision: asked for with a remark, free with a no. */
export function takesRemark(decision: Decision | null): boolean {
  return decision === 'mit_anmerkung' || decision === 'nicht_einverstanden';
}

/** The first thing that is missing or does not fit, or null. Mirrors what the server asks for. */
export function missingIn(draft: Draft): Missing | null {
  if (draft.decision === null) {
    return 'decision';
  }
  const remark = takesRemark(draft.decision) ? draft.remark.trim() : '';
  if ((draft.decision === 'mit_anmerkung' && remark === '') || remark.length > REMARK_CHARS) {
    return 'remark';
  }
  if (draft.decision === 'bedenkzeit' && !/^\d{4}-\d{2}-\d{2}$/.test(draft.thinkUntil)) {
    return 'date';
  }
  return draft.method === 'name_getippt' && draft.typedName.trim() === '' ? 'name' : null;
}

/** An answer as it will stand beside the version. */
export interface Said {
  decision: Decision;
  remark: string | null;
  thinkUntil: string | null;
}

/** What will be stored: only what belongs to the decision, so that nothing typed before slips in. */
export function saidIn(draft: Draft): Said | null {
  const { decision } = draft;
  if (decision === null) {
    return null;
  }
  return {
    decision,
    remark: (takesRemark(decision) && draft.remark.trim()) || null,
    thinkUntil: decision === 'bedenkzeit' ? draft.thinkUntil || null : null,
  };
}
