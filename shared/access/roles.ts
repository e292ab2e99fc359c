import type { ParticipantRole } from './parts.ts';

const YOUNG: ReadonlySet<ParticipantRole> = new Set(['junger_mensch', 'junger_volljaehriger']);

const PARENTS: ReadonlySet<ParticipantRole> = new Set(['personensorgeberechtigt', 'elternteil_ohne_sorge']);

const PROFESSIONALS: ReadonlySet<ParticipantRole> = new Set([
  'fachkraft_jugendamt',
  'fachkraft_traeger',
  'weitere_fachkraft',
  'moderation',
  'protokoll',
]);

/** Whether somebody is the young person whom the plan is about. */
export function isYoungPerson(role: ParticipantRole): boolean {
  return YOUNG.has(role);
}

/** The young person and the parents: they speak in their own voice. */
export function isFamily(role: ParticipantRole): boolean {
  return YOUNG.has(role) || PARENTS.has(role);
}

/** People at the table by their work; advice for families is not addressed to them. */
export function isProfessional(role: ParticipantRole): boolean {
  return PROFESSIONALS.has(role);
}
