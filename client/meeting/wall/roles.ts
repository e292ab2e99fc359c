import type { ParticipantRole } from '#shared/access/parts.ts';

/** Whether somebody is the young person whom the plan is about. */
export function isChild(role: ParticipantRole): boolean {
  return role === 'junger_mensch' || role === 'junger_volljaehriger';
}
