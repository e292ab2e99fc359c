import { type AccountRole, ADMINISTRATOR, accountRole, sitsAtTables } from '#shared/access/account-roles.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { ADMISSION_STATES, type AdmissionState } from './actor.ts';
import type { PrincipalKind } from './principals.ts';
import type { SubjectKind } from './subjects.ts';

/** Which participants may do something: all, whoever leads, a person (not the shared screen), who signs. */
export type Who = 'anyone' | 'person' | 'facilitator' | 'signer';

/** How the subject has to belong to who asks. */
export type Reach =
  /** Nothing to belong to. */
  | 'any'
  /** It is who asks: the own participation, the own account; a passkey of it. */
  | 'self'
  /** Of the meeting at which the device sits; a version also where the meeting starts from it. */
  | 'meeting'
  /** A document of that meeting, and where it has an owner, the owner's. */
  | 'document'
  /** An account of the office. */
  | 'office'
  /** A meeting at which the account has a seat. */
  | 'seat';

/** One row: who may do something to what, and when. */
export interface Policy {
  by: PrincipalKind;
  on: SubjectKind;
  reach: Reach;
  /** Participants only: where the device stands. */
  admissionState?: readonly AdmissionState[];
  who?: Who;
  /** States of the plan in which it may be done; absent: in all. */
  states?: readonly PlanState[];
  /** It touches the own device and nothing else: it waits for nobody's command. */
  alone?: true;
  /** Accounts only: their roles; absent: all. */
  roles?: readonly AccountRole[];
  /** Accounts only: with a second factor alone. */
  secondFactor?: true;
}

const HERE = ADMISSION_STATES;
const TABLE = ['admitted'] as const;
const UNSEALED = ['open', 'freezing', 'frozen'] as const;

/** A device and its own participation, before and after admission. */
const OWN = { by: 'participant', on: 'participation', reach: 'self' } as const;
/** Who leads, about the meeting, and about somebody at it. */
const LEADS = { by: 'participant', reach: 'meeting', admissionState: TABLE, who: 'facilitator' } as const;
const MEETING = { ...LEADS, on: 'meeting' } as const;
const SOMEBODY = { ...LEADS, on: 'participation' } as const;
/** Accounts that may have a seat. */
const SEATED = accountRole.filter(sitsAtTables);
/** Somebody with an account, about it. */
const OWN_ACCOUNT = { by: 'account', on: 'account', reach: 'self' } as const;
/** Whoever looks after the office's accounts: never contents, and only with a second factor. */
const ADMINISTERS = { by: 'account', roles: [ADMINISTRATOR], secondFactor: true } as const;
const COLLEAGUE = { ...ADMINISTERS, on: 'account', reach: 'office' } as const;
const OFFICE = { ...ADMINISTERS, on: 'server', reach: 'any' } as const;
/** Whoever knows the address. */
const EVERYBODY = { by: 'anonymous', on: 'server', reach: 'any' } as const;

/**
 * Everything that can be asked for, by HTTP and by socket, in one table. What is not listed cannot be
 * asked for: a route without a row stops the start. A test walks all rows against every principal,
 * subject, role, standing and state.
 */
export const POLICIES = {
  loadPage: EVERYBODY,
  askUnknown: EVERYBODY,
  seeHealth: EVERYBODY,
  readMetrics: { by: 'operator', on: 'server', reach: 'any' },

  seeExample: EVERYBODY,
  enterExample: EVERYBODY,
  resetExample: EVERYBODY,
  makeExampleLinks: { by: 'command', on: 'server', reach: 'any' },
  makeExampleRooms: { by: 'command', on: 'server', reach: 'any' },

  signIn: EVERYBODY,
  signOut: EVERYBODY,
  signInByCode: EVERYBODY,
  seeAccount: OWN_ACCOUNT,
  changeSecondFactor: OWN_ACCOUNT,
  changePassword: OWN_ACCOUNT,
  seeSessions: OWN_ACCOUNT,
  endSessions: OWN_ACCOUNT,
  signInByPasskey: EVERYBODY,
  seePasskeys: OWN_ACCOUNT,
  addPasskey: OWN_ACCOUNT,
  changePasskey: { by: 'account', on: 'passkey', reach: 'self' },
  seeHome: { ...OWN_ACCOUNT, roles: SEATED },
  enterMeeting: { by: 'account', on: 'meeting', reach: 'seat', roles: SEATED },

  setUp: { by: 'accountLink', on: 'server', reach: 'any' },
  makeSetupAddress: { by: 'command', on: 'server', reach: 'any' },
  makeResetAddress: { by: 'command', on: 'server', reach: 'any' },
  enterAccount: { by: 'accountLink', on: 'account', reach: 'self' },
  seePeople: OFFICE,
  invite: OFFICE,
  changeRole: COLLEAGUE,
  makeAccountLink: COLLEAGUE,
  deactivate: COLLEAGUE,
  reactivate: COLLEAGUE,
  seeOffice: OFFICE,
  changeOffice: OFFICE,

  exchangeLink: { by: 'link', on: 'participation', reach: 'self' },

  seeView: { ...OWN, admissionState: HERE, who: 'anyone' },
  changeSettings: { ...OWN, admissionState: HERE, who: 'anyone', alone: true },
  leave: { ...OWN, admissionState: HERE, who: 'anyone' },
  confirm: { ...OWN, admissionState: ['asked'], who: 'anyone' },
  notMe: { ...OWN, admissionState: ['asked', 'waiting'], who: 'anyone' },

  openPlan: { by: 'participant', on: 'document', reach: 'document', admissionState: TABLE, who: 'anyone' },
  readVersion: { by: 'participant', on: 'version', reach: 'meeting', admissionState: TABLE, who: 'anyone' },
  exportVersion: { by: 'participant', on: 'version', reach: 'meeting', admissionState: TABLE, who: 'person' },
  signOff: { ...MEETING, who: 'signer', states: ['frozen', 'sealed'] },

  showOwn: { ...OWN, admissionState: TABLE, who: 'person', states: ['open'] },
  takeBackOwn: { ...OWN, admissionState: TABLE, who: 'person', states: ['open'] },

  movePhase: { ...MEETING, states: UNSEALED },
  extendPhase: { ...MEETING, states: UNSEALED },
  giveTurn: { ...MEETING, states: UNSEALED },
  noteAttendance: { ...MEETING, states: ['open'] },
  beginFreeze: { ...MEETING, states: ['open'] },
  stepFreeze: { ...MEETING, states: ['freezing'] },
  reopen: { ...MEETING, states: ['frozen'] },
  seal: { ...MEETING, states: ['frozen'] },
  makeNextMeeting: { ...MEETING, states: ['sealed'] },

  decideAdmission: { ...LEADS, on: 'device' },
  createLink: SOMEBODY,
  revokeLinks: SOMEBODY,
  removeParticipant: SOMEBODY,
  restoreParticipant: SOMEBODY,
} as const satisfies Record<string, Policy>;

export type Action = keyof typeof POLICIES;
