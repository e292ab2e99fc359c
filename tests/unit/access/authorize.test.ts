import { describe, expect, it } from 'vitest';
import type { Actor, AdmissionState } from '#server/access/actor.ts';
import { type Action, authorize, RULES } from '#server/access/authorize.ts';
import { DomainError } from '#server/access/domain-error.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { personRole } from '#shared/domain/codes.ts';
import { PLAN_STATES, type PlanState } from '#shared/wire/messages.ts';

const ADMISSION_STATES: readonly AdmissionState[] = ['asked', 'waiting', 'admitted'];
const ROLES: readonly ParticipantRole[] = [...personRole, 'bildschirm'];
const LEADING: readonly ParticipantRole[] = ['moderation', 'fachkraft_jugendamt'];

function actor(
  role: ParticipantRole,
  admissionState: AdmissionState,
  planState: PlanState,
  signs: boolean,
): Actor {
  return {
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
  if (action === 'signOff') {
    return !who.personId || !who.signs ? 'forbidden' : stateFits(action, who.planState);
  }
  return LEADING.includes(who.role) ? stateFits(action, who.planState) : 'forbidden';
}

function stateFits(action: Action, state: PlanState): 'yes' | 'wrong_state' {
  const states: Partial<Record<Action, string>> = {
    signOff: 'frozen sealed',
    movePhase: 'open freezing frozen',
    extendPhase: 'open freezing frozen',
    giveTurn: 'open freezing frozen',
    noteAttendance: 'open',
    beginFreeze: 'open',
    stepFreeze: 'freezing',
    reopen: 'frozen',
    seal: 'frozen',
    makeNextMeeting: 'sealed',
  };
  const allowed = states[action];
  return allowed === undefined || allowed.split(' ').includes(state) ? 'yes' : 'wrong_state';
}

function outcome(action: Action, who: Actor): string {
  try {
    authorize(who, action);
    return 'yes';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'another error';
  }
}

describe('who may do what', () => {
  it.each(Object.keys(RULES) as Action[])('[AC6] %s: every admissionState, role, state', (action) => {
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
    const changing = (Object.keys(RULES) as Action[]).filter(
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
});
