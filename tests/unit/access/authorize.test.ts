import { describe, expect, it } from 'vitest';
import { type Actor, ADMISSION_STATES, type AdmissionState } from '#server/access/actor.ts';
import { authorize, authorizeCommand } from '#server/access/authorize.ts';
import type { CommandContext } from '#server/access/command-context.ts';
import { DomainError } from '#server/access/domain-error.ts';
import { type Action, POLICIES, type Policy } from '#server/access/policies.ts';
import type { Principal, StaffAccount } from '#server/access/principals.ts';
import { meetingOf, participationOf, type Subject } from '#server/access/subjects.ts';
import { type AccountRole, accountRole } from '#shared/access/account-roles.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { personRole } from '#shared/domain/codes.ts';
import { PLAN_STATES, type PlanState } from '#shared/wire/messages.ts';

const ROWS: Record<Action, Policy> = POLICIES;
const ACTIONS = Object.keys(POLICIES) as Action[];
const OF_ACCOUNTS = ACTIONS.filter((action) => ROWS[action].by === 'account');
const OF_PARTICIPANTS = ACTIONS.filter((action) => ROWS[action].by === 'participant');

/** Something of each kind that belongs to the actor below. */
const NEAR: Record<Subject['kind'], Subject> = {
  server: { kind: 'server' },
  account: { kind: 'account', id: 'account' },
  passkey: { kind: 'passkey', id: 'passkey', accountId: 'account' },
  case: { kind: 'case', id: 'case' },
  meeting: { kind: 'meeting', id: 'meeting', accounts: ['account'] },
  participation: { kind: 'participation', id: 'participation', meetingId: 'meeting' },
  device: { kind: 'device', id: 'waiting device', meetingId: 'meeting' },
  document: { kind: 'document', id: 'document', meetingId: 'meeting', owner: null },
  version: { kind: 'version', id: 'version', meetingIds: ['earlier', 'meeting'] },
};

/** The same of somebody else, of another meeting, another case. */
const FAR: Subject[] = [
  { kind: 'account', id: 'other account' },
  { kind: 'case', id: 'other case' },
  { kind: 'meeting', id: 'other meeting', accounts: ['other account'] },
  { kind: 'participation', id: 'other participation', meetingId: 'other meeting' },
  { kind: 'device', id: 'other device', meetingId: 'other meeting' },
  { kind: 'document', id: 'other document', meetingId: 'other meeting', owner: null },
  { kind: 'document', id: 'somebody’s own', meetingId: 'meeting', owner: 'other participation' },
  { kind: 'document', id: 'of a case', meetingId: null, owner: null },
  { kind: 'version', id: 'other version', meetingIds: ['other meeting'] },
  { kind: 'passkey', id: 'other passkey', accountId: 'other account' },
];

const PRINCIPALS: Principal[] = [
  { kind: 'anonymous' },
  { kind: 'link', linkId: 'link', participationId: 'participation' },
  account('fachkraft_jugendamt'),
  { kind: 'accountLink', linkId: 'account link', accountId: 'account' },
  { kind: 'operator' },
  { kind: 'command' },
];

function account(role: AccountRole, secondFactor = true): StaffAccount {
  return { kind: 'account', sessionId: 's', userId: 'account', name: 'n', email: 'e', role, secondFactor };
}

/** The account that a row is about first of all. */
function accountFor({ roles }: Policy): StaffAccount {
  return account(roles?.[0] ?? 'fachkraft_jugendamt');
}

const ROLES: readonly ParticipantRole[] = [...personRole, 'bildschirm'];
const LEADING: readonly ParticipantRole[] = ['moderation', 'fachkraft_jugendamt'];

function actor(
  role: ParticipantRole,
  admissionState: AdmissionState,
  planState: PlanState,
  signs: boolean,
): Actor {
  return {
    kind: 'participant',
    deviceId: 'device',
    participationId: 'participation',
    personId: role === 'bildschirm' ? null : 'person',
    role,
    admissionState: admissionState,
    signs,
    secondDevice: false,
    meetingId: 'meeting',
    caseId: 'case',
    planId: 'plan',
    ownId: 'own',
    planState,
    language: 'de',
    address: 'sie',
    authSessionId: null,
  };
}

/** Said once more in other words than the table: who, from where, when. */
function expected(action: Action, who: Actor): 'yes' | 'not_admitted' | 'forbidden' | 'wrong_state' {
  const anywhere: Action[] = ['seeView', 'changeSettings', 'leave'];
  const lobbyOnly: Action[] = ['confirm', 'notMe'];
  const everybodyAtTable: Action[] = ['openPlan', 'readVersion'];
  if (anywhere.includes(action)) {
    return 'yes';
  }
  if (lobbyOnly.includes(action)) {
    if (who.admissionState === 'admitted') {
      return 'wrong_state';
    }
    return action === 'confirm' && who.admissionState === 'waiting' ? 'not_admitted' : 'yes';
  }
  if (who.admissionState !== 'admitted') {
    return 'not_admitted';
  }
  if (everybodyAtTable.includes(action)) {
    return 'yes';
  }
  if (action === 'exportVersion') {
    return who.personId ? 'yes' : 'forbidden';
  }
  if (action === 'showOwn' || action === 'takeBackOwn') {
    return who.personId ? stateFits(action, who.planState) : 'forbidden';
  }
  if (action === 'signOff') {
    return !who.personId || !who.signs ? 'forbidden' : stateFits(action, who.planState);
  }
  return LEADING.includes(who.role) ? stateFits(action, who.planState) : 'forbidden';
}

/** The same for accounts: what is nobody's alone, what happens at tables, and what administrators do. */
function expectedOfAccount(action: Action, { role, secondFactor }: StaffAccount): string {
  const everybody: Action[] = [
    'seeAccount',
    'changeSecondFactor',
    'changePassword',
    'seeSessions',
    'endSessions',
    'seePasskeys',
    'addPasskey',
    'changePasskey',
  ];
  const atTables: Action[] = ['seeHome', 'enterMeeting'];
  if (everybody.includes(action)) {
    return 'yes';
  }
  if (atTables.includes(action)) {
    return ['verwaltung', 'teamleitung', 'jugendhilfeplanung'].includes(role) ? 'forbidden' : 'yes';
  }
  if (role !== 'verwaltung') {
    return 'forbidden';
  }
  return secondFactor ? 'yes' : 'factor_missing';
}

function stateFits(action: Action, state: PlanState): 'yes' | 'wrong_state' {
  const states: Partial<Record<Action, string>> = {
    signOff: 'frozen sealed',
    movePhase: 'open freezing frozen',
    extendPhase: 'open freezing frozen',
    giveTurn: 'open freezing frozen',
    noteAttendance: 'open',
    showOwn: 'open',
    takeBackOwn: 'open',
    beginFreeze: 'open',
    stepFreeze: 'freezing',
    reopen: 'frozen',
    seal: 'frozen',
    makeNextMeeting: 'sealed',
  };
  const allowed = states[action];
  return allowed === undefined || allowed.split(' ').includes(state) ? 'yes' : 'wrong_state';
}

function outcome(action: Action, who: Principal, subject: Subject | null = NEAR[ROWS[action].on]): string {
  try {
    authorize(who, action, subject);
    return 'yes';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'another error';
  }
}

describe('who may do what', () => {
  it.each(OF_PARTICIPANTS)('[AC6] %s: every admissionState, role, state', (action) => {
    for (const admissionState of ADMISSION_STATES) {
      for (const role of ROLES) {
        for (const state of PLAN_STATES) {
          for (const signs of [true, false]) {
            const who = actor(role, admissionState, state, signs);
            expect(`${admissionState} ${role} ${state} ${signs}: ${outcome(action, who)}`).toBe(
              `${admissionState} ${role} ${state} ${signs}: ${expected(action, who)}`,
            );
          }
        }
      }
    }
  });

  it('[AC6] the shared screen can change nothing', () => {
    const changing = OF_PARTICIPANTS.filter(
      (action) =>
        !['seeView', 'changeSettings', 'leave', 'confirm', 'notMe', 'openPlan', 'readVersion'].includes(
          action,
        ),
    );
    for (const action of changing) {
      for (const state of PLAN_STATES) {
        expect(outcome(action, actor('bildschirm', 'admitted', state, true))).toBe('forbidden');
      }
    }
  });

  it.each(ACTIONS)('[AC24] %s: every kind of actor but its own is unknown to it', (action) => {
    const { by, on } = ROWS[action];
    for (const principal of [...PRINCIPALS, actor('moderation', 'admitted', 'open', true)]) {
      if (by !== 'anonymous' && principal.kind !== by) {
        expect(`${principal.kind}: ${outcome(action, principal)}`).toBe(`${principal.kind}: unauthenticated`);
      } else if (by !== 'participant') {
        const who = principal.kind === 'account' ? accountFor(ROWS[action]) : principal;
        expect(`${principal.kind}: ${outcome(action, who, NEAR[on])}`).toBe(`${principal.kind}: yes`);
      }
    }
  });

  it.each(ACTIONS)('[AC24] %s: nothing of another meeting, case, person or account', (action) => {
    const { by, on, states, reach } = ROWS[action];
    const role = 'moderation';
    const standing = ROWS[action].admissionState?.[0] ?? 'admitted';
    const who =
      by === 'participant'
        ? actor(role, standing, states?.[0] ?? 'open', true)
        : by === 'account'
          ? accountFor(ROWS[action])
          : (PRINCIPALS.find(({ kind }) => kind === by) ?? { kind: 'anonymous' });
    expect(outcome(action, who)).toBe('yes');
    expect(outcome(action, who, null)).toBe('not_found');
    // An administrator looks after every account of the office.
    for (const subject of FAR.filter((far) => reach !== 'office' || far.kind !== 'account')) {
      expect(`${subject.kind}: ${outcome(action, who, subject)}`).toBe(`${subject.kind}: not_found`);
    }
    for (const subject of Object.values(NEAR).filter(({ kind }) => kind !== on)) {
      expect(`${subject.kind}: ${outcome(action, who, subject)}`).toBe(`${subject.kind}: not_found`);
    }
    if (reach === 'self' && on === 'participation') {
      const neighbour: Subject = { kind: 'participation', id: 'neighbour', meetingId: 'meeting' };
      expect(outcome(action, who, neighbour)).toBe('not_found');
    }
  });

  it.each(OF_ACCOUNTS)('[AK4] %s: every role of an account, with a second factor and without', (action) => {
    for (const role of accountRole) {
      for (const secondFactor of [true, false]) {
        const who = account(role, secondFactor);
        expect(`${role} ${secondFactor}: ${outcome(action, who)}`).toBe(
          `${role} ${secondFactor}: ${expectedOfAccount(action, who)}`,
        );
      }
    }
  });

  it('[AC24] who may not do it at all does not learn whether it is there', () => {
    const youth = actor('junger_mensch', 'admitted', 'open', true);
    for (const subject of [NEAR.participation, FAR[3] ?? null, null]) {
      expect(outcome('removeParticipant', youth, subject)).toBe('forbidden');
    }
  });

  it('[AC24] a use case answers only on a route that is open for it', () => {
    const who = actor('moderation', 'admitted', 'frozen', true);
    const parts = { sql: null, hub: null, live: null, now: () => new Date() } as unknown as CommandContext;
    const command: CommandContext = { ...parts, actor: who, subject: meetingOf(who), actions: ['reopen'] };
    expect(() => authorizeCommand(command, 'reopen')).not.toThrow();
    expect(() => authorizeCommand(command, 'seal')).toThrow(
      'seal was asked for by a route that is for reopen',
    );
    const own = { ...command, subject: participationOf(who) };
    expect(() => authorizeCommand(own, 'reopen')).toThrow('not_found');
  });
});
