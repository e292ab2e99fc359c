import { leads } from '#shared/access/parts.ts';
import type {
  FreezeProgress,
  LobbyView,
  Me,
  MeetingView,
  PhaseStep,
  SeatEvent,
  SignoffState,
  TableView,
  WaitingDevice,
} from '#shared/api/view.ts';
import { writableParts } from '#shared/documents/plan/rights.ts';
import type { Actor } from '../access/actor.ts';
import type { OpenConnection } from '../sync/types.ts';
import {
  type DecisionRow,
  type MeetingSnapshot,
  meetingFacts,
  type SeatEventRow,
} from './meeting-snapshot.ts';
import { findPerson, participantsOf, personRef, removedParticipants } from './participants.ts';
import type { Presence } from './presence.ts';

/** A view without the time it was made at, so that equal views compare equal. */
export type TimelessView = Exclude<MeetingView, TableView> | Omit<TableView, 'serverTime'>;

/** The nobody's view: link or session open nothing any more. */
export const GONE: TimelessView = { kind: 'gone' };

/**
 * What one viewer may know. Pure. In the lobby: whose plan and who leads, nothing else of others or the plan. The shared
 * screen gets no waiting list and no decisions. Decisions of others stay closed until sealing.
 */
export function viewFor(facts: MeetingSnapshot, presence: Presence, actor: Actor): TimelessView {
  const me = meOf(facts, actor);
  if (actor.admissionState !== 'admitted') {
    const own = facts.waiting.find(({ deviceId }) => deviceId === actor.deviceId);
    return {
      kind: 'lobby',
      step: actor.admissionState,
      me,
      meeting: lobbyFacts(facts, actor),
      waitingSince: own?.since.toISOString() ?? null,
      isSealed: actor.admissionState === 'waiting' && facts.meeting.state === 'sealed',
    };
  }
  const { meeting } = facts;
  const lead = leads(actor.role);
  return {
    kind: 'table',
    me,
    meeting: {
      ...meetingFacts(meeting),
      caseLabel: meeting.caseLabel,
      mode: meeting.mode,
      place: meeting.place,
    },
    documents: { plan: meeting.planId, own: actor.ownId },
    state: meeting.state,
    phases: phaseSteps(facts),
    phase: meeting.phase,
    phaseStartedAt: meeting.phaseStartedAt?.toISOString() ?? null,
    phaseMinutes: meeting.phases.find(({ phase }) => phase === meeting.phase)?.minutes ?? 0,
    turn: meeting.turn,
    participants: participantsOf(facts, facts.participants, presence, actor),
    removedParticipants: removedParticipants(facts, presence, actor),
    persons: facts.persons.map(personRef),
    waiting: lead ? waitingDevices(facts) : [],
    notMe: lead ? seatEvents(facts, facts.notMe) : [],
    turnedAway: lead ? seatEvents(facts, facts.turnedAway) : [],
    screens: presence.screens,
    freeze: freezeProgress(facts, presence, lead),
    version: facts.version,
    signoffs: facts.version ? signoffStates(facts, actor) : [],
    previous: facts.previous,
    nextMeetingId: facts.nextMeetingId,
    help: facts.help,
  };
}

/** Whose plan it is and who leads, to know whether one is right; the rest once who leads sees who is there. */
function lobbyFacts({ meeting }: MeetingSnapshot, { admissionState }: Actor): LobbyView['meeting'] {
  const { childName, date, start, end, facilitator } = meetingFacts(meeting);
  return admissionState === 'asked'
    ? { childName, facilitator: { name: facilitator.name, phone: null }, when: null }
    : { childName, facilitator, when: { date, start, end } };
}

/** Whether this viewer may know what a person said to a version. */
export function seesDecision(actor: Actor, personId: string, sealed: boolean): boolean {
  if (actor.personId === null) {
    return false;
  }
  return sealed || leads(actor.role) || actor.personId === personId;
}

function meOf(facts: MeetingSnapshot, actor: Actor): Me {
  return {
    participationId: actor.participationId,
    person: findPerson(facts, actor.personId),
    role: actor.role,
    language: actor.language,
    address: actor.address,
    secondDevice: actor.secondDevice,
  };
}

function phaseSteps({ meeting }: MeetingSnapshot): PhaseStep[] {
  return meeting.phases.map(({ phase, minutes, done }) => ({
    phase,
    minutes,
    state: phase === meeting.phase ? 'now' : done ? 'done' : 'next',
  }));
}

function waitingDevices(facts: MeetingSnapshot): WaitingDevice[] {
  return facts.waiting.map((device) => ({
    deviceId: device.deviceId,
    participationId: device.participationId,
    person: findPerson(facts, device.personId),
    role: device.role,
    since: device.since.toISOString(),
    secondDevice: device.secondDevice,
  }));
}

function seatEvents(facts: MeetingSnapshot, rows: readonly SeatEventRow[]): SeatEvent[] {
  return rows.map(({ participationId, personId, at }) => ({
    participationId,
    person: findPerson(facts, personId),
    at: at.toISOString(),
  }));
}

function freezeProgress(facts: MeetingSnapshot, presence: Presence, lead: boolean): FreezeProgress | null {
  const { state, freezeDeadline } = facts.meeting;
  if (state !== 'freezing' || !freezeDeadline) {
    return null;
  }
  const ids = missingPersons([...presence.connections, ...presence.cutOff]);
  return {
    deadline: freezeDeadline.toISOString(),
    missing: lead ? facts.persons.filter(({ id }) => ids.has(id)).map(personRef) : [],
    missingCount: ids.size,
  };
}

/** People whose edits may still be on the way while a plan is being frozen. */
export function missingPersons(connections: readonly OpenConnection[]): Set<string> {
  return new Set(
    connections
      .filter(({ flushed, role }) => !flushed && writableParts(role, 'freezing').length > 0)
      .flatMap(({ personId }) => personId ?? []),
  );
}

function signoffStates(facts: MeetingSnapshot, actor: Actor): SignoffState[] {
  const decisions = new Map<string, DecisionRow>(facts.decisions.map((row) => [row.personId, row]));
  const sealed = facts.version?.sealedAt !== null;
  return facts.participants.flatMap((seat) => {
    const person = findPerson(facts, seat.personId);
    if (!person || !seat.signs) {
      return [];
    }
    const said = decisions.get(person.id);
    const sees = seesDecision(actor, person.id, sealed);
    const open = said && sees ? said : null;
    const before = facts.earlier.find(({ personId }) => sees && personId === person.id);
    return [
      {
        person,
        state: said ? 'entschieden' : 'offen',
        decision: open?.decision ?? null,
        method: open?.method ?? null,
        at: open?.at.toISOString() ?? null,
        thinkUntil: open?.thinkUntil ?? null,
        earlier: before
          ? { version: before.version, decision: before.decision, thinkUntil: before.thinkUntil }
          : null,
      },
    ];
  });
}
