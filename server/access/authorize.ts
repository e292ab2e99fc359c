import { leads } from '#shared/access/parts.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Actor, AdmissionState } from './actor.ts';
import { DomainError } from './domain-error.ts';

/** Who may do something: everybody, whoever leads, a person (not the shared screen), who signs. */
type Who = 'anyone' | 'person' | 'facilitator' | 'signer';

interface Rule {
  admissionState: readonly AdmissionState[];
  who: Who;
  /** States of the plan in which it may be done; absent: in all. */
  states?: readonly PlanState[];
}

const HERE: readonly AdmissionState[] = ['asked', 'waiting', 'admitted'];
const TABLE: readonly AdmissionState[] = ['admitted'];
const FROZEN: readonly PlanState[] = ['frozen', 'sealed'];

/**
 * Everything that can be asked for, in one table. What is not listed cannot be asked for; a test
 * walks all actions × admissionStates × roles × states.
 */
export const RULES = {
  seeView: { admissionState: HERE, who: 'anyone' },
  changeSettings: { admissionState: HERE, who: 'anyone' },
  leave: { admissionState: HERE, who: 'anyone' },
  confirm: { admissionState: ['asked'], who: 'anyone' },
  notMe: { admissionState: ['asked', 'waiting'], who: 'anyone' },
  openPlan: { admissionState: TABLE, who: 'anyone' },
  readVersion: { admissionState: TABLE, who: 'anyone' },
  exportVersion: { admissionState: TABLE, who: 'person' },
  signOff: { admissionState: TABLE, who: 'signer', states: FROZEN },
  decideAdmission: { admissionState: TABLE, who: 'facilitator' },
  movePhase: { admissionState: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  extendPhase: { admissionState: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  giveTurn: { admissionState: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  noteAttendance: { admissionState: TABLE, who: 'facilitator', states: ['open'] },
  beginFreeze: { admissionState: TABLE, who: 'facilitator', states: ['open'] },
  stepFreeze: { admissionState: TABLE, who: 'facilitator', states: ['freezing'] },
  reopen: { admissionState: TABLE, who: 'facilitator', states: ['frozen'] },
  seal: { admissionState: TABLE, who: 'facilitator', states: ['frozen'] },
  makeNextMeeting: { admissionState: TABLE, who: 'facilitator', states: ['sealed'] },
  createLink: { admissionState: TABLE, who: 'facilitator' },
  revokeLinks: { admissionState: TABLE, who: 'facilitator' },
  removeParticipant: { admissionState: TABLE, who: 'facilitator' },
  restoreParticipant: { admissionState: TABLE, who: 'facilitator' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

/** Throws `not_admitted`, `forbidden` or `wrong_state`, in this order, where the actor may not. */
export function authorize(actor: Actor, action: Action): void {
  const rule: Rule = RULES[action];
  if (!rule.admissionState.includes(actor.admissionState)) {
    throw new DomainError(actor.admissionState === 'admitted' ? 'wrong_state' : 'not_admitted');
  }
  if (!fits(rule.who, actor)) {
    throw new DomainError('forbidden');
  }
  if (rule.states && !rule.states.includes(actor.planState)) {
    throw new DomainError('wrong_state');
  }
}

function fits(who: Who, actor: Actor): boolean {
  switch (who) {
    case 'anyone':
      return true;
    case 'person':
      return actor.personId !== null;
    case 'facilitator':
      return actor.personId !== null && leads(actor.role);
    case 'signer':
      return actor.personId !== null && actor.signs;
  }
}
