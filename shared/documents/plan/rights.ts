import { onlyReads, type ParticipantRole } from '../../access/parts.ts';
import type { PlanState } from '../../wire/messages.ts';
import { PLAN_PARTS, type PlanPart } from './roots.ts';

/** Parts that nobody writes, and nobody reads: what an older document holds there goes with its next freeze. */
const CLOSED: ReadonlySet<PlanPart> = new Set(['people', 'views', 'clearing', 'board']);

/**
 * Parts of the plan that a role may write in a state. Outside `open` and `freezing` nobody
 * writes; while freezing, what was typed before still arrives.
 */
export function writableParts(role: ParticipantRole, state: PlanState): readonly PlanPart[] {
  if (onlyReads(role) || (state !== 'open' && state !== 'freezing')) {
    return [];
  }
  return PLAN_PARTS.filter((part) => !CLOSED.has(part));
}
