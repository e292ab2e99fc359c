import type { ParticipantRole } from '#shared/access/parts.ts';

const PROFESSIONALS: ReadonlySet<ParticipantRole> = new Set([
  'fachkraft_jugendamt',
  'fachkraft_traeger',
  'weitere_fachkraft',
  'moderation',
  'protokoll',
]);

/** People at the table by their work; advice for families is not addressed to them. */
export function isProfessional(role: ParticipantRole): boolean {
  return PROFESSIONALS.has(role);
}
