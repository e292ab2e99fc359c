import { leads } from '#shared/access/parts.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Actor, Standing } from './actor.ts';
import { Refusal } from './domain-error.ts';

/** Who may do something: everybody, whoever leads, a person (not the shared screen), who signs. */
type Who = 'anyone' | 'person' | 'facilitator' | 'signer';

interface Rule {
  standing: readonly Standing[];
  who: Who;
  /** States of the plan in which it may be done; absent: in all. */
  states?: readonly PlanState[];
}

const HERE: readonly Standing[] = ['asked', 'waiting', 'admitted'];
const TABLE: readonly Standing[] = ['admitted'];
const FROZEN: readonly PlanState[] = ['frozen', 'sealed'];

/**
 * Everything that can be asked for, in one table. What is not listed cannot be asked for; a test
 * walks all actions × standings × roles × states.
 */
export const RULES = {
  seeView: { standing: HERE, who: 'anyone' },
  changeSettings: { standing: HERE, who: 'anyone' },
  leave: { standing: HERE, who: 'anyone' },
  confirm: { standing: ['asked'], who: 'anyone' },
  notMe: { standing: ['asked', 'waiting'], who: 'anyone' },
  openPlan: { standing: TABLE, who: 'anyone' },
  readVersion: { standing: TABLE, who: 'anyone' },
  exportVersion: { standing: TABLE, who: 'person' },
  signOff: { standing: TABLE, who: 'signer', states: FROZEN },
  decideAdmission: { standing: TABLE, who: 'facilitator' },
  movePhase: { standing: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  extendPhase: { standing: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  giveTurn: { standing: TABLE, who: 'facilitator', states: ['open', 'freezing', 'frozen'] },
  noteAttendance: { standing: TABLE, who: 'facilitator', states: ['open'] },
  beginFreeze: { standing: TABLE, who: 'facilitator', states: ['open'] },
  stepFreeze: { standing: TABLE, who: 'facilitator', states: ['freezing'] },
  reopen: { standing: TABLE, who: 'facilitator', states: ['frozen'] },
  seal: { standing: TABLE, who: 'facilitator', states: ['frozen'] },
  makeNextMeeting: { standing: TABLE, who: 'facilitator', states: ['sealed'] },
  createLink: { standing: TABLE, who: 'facilitator' },
  revokeLinks: { standing: TABLE, who: 'facilitator' },
  removeParticipant: { standing: TABLE, who: 'facilitator' },
  restoreParticipant: { standing: TABLE, who: 'facilitator' },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;

/** Throws `not_admitted`, `forbidden` or `wrong_state`, in this order, where the actor may not. */
export function authorize(actor: Actor, action: Action): void {
  const rule: Rule = RULES[action];
  if (!rule.standing.includes(actor.standing)) {
    throw new Refusal(actor.standing === 'admitted' ? 'wrong_state' : 'not_admitted');
  }
  if (!fits(rule.who, actor)) {
    throw new Refusal('forbidden');
  }
  if (rule.states && !rule.states.includes(actor.planState)) {
    throw new Refusal('wrong_state');
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
