import { PLAN_PARTS, type PlanPart } from '../documents/plan/roots.ts';
import type { PersonRole } from '../domain/codes.ts';
import type { PlanState } from '../wire/messages.ts';

/** The role of a participation: a role of the field, or the shared screen, which is nobody. */
export type ParticipantRole = PersonRole | 'bildschirm';

/** Roles that only read. The shared screen has no identity and writes nothing, ever. */
const READERS: ReadonlySet<ParticipantRole> = new Set(['bildschirm', 'dolmetscher']);

/** Parts that nobody writes through the document: the server writes them by commands. */
const NOT_SHARED_YET: ReadonlySet<PlanPart> = new Set(['people', 'views', 'clearing']);

/** Whether this role leads: admits, moves phases, freezes, seals. */
export function leads(role: ParticipantRole): boolean {
  return role === 'moderation' || role === 'fachkraft_jugendamt';
}

/**
 * Parts of the plan that a role may write in a state. Outside `open` and `freezing` nobody
 * writes; while freezing, what was typed before still arrives.
 */
export function writableParts(role: ParticipantRole, state: PlanState): readonly PlanPart[] {
  if (READERS.has(role) || (state !== 'open' && state !== 'freezing')) {
    return [];
  }
  return PLAN_PARTS.filter((part) => !NOT_SHARED_YET.has(part));
}
