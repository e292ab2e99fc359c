import type { PersonRole } from '../domain/codes.ts';

/** The role of a participation: a role of the field, or the shared screen, which is nobody. */
export type ParticipantRole = PersonRole | 'bildschirm';

/** Roles that only read. The shared screen has no identity and writes nothing, ever. */
const READERS: ReadonlySet<ParticipantRole> = new Set(['bildschirm', 'dolmetscher']);

/** Whether this role leads: admits, moves phases, freezes, seals. */
export function leads(role: ParticipantRole): boolean {
  return role === 'moderation' || role === 'fachkraft_jugendamt';
}

/** Whether this role writes nothing that others see. */
export function onlyReads(role: ParticipantRole): boolean {
  return READERS.has(role);
}
