import { leads, writableParts } from '#shared/access/parts.ts';
import type {
  FreezeProgress,
  LiveView,
  Me,
  NotMe,
  PersonRef,
  PhaseStep,
  Seat,
  SignoffState,
  TableView,
  WaitingDevice,
} from '#shared/api/view.ts';
import type { Attendance } from '#shared/domain/codes.ts';
import { proposedAttendance } from '#shared/protocol/attendance.ts';
import type { Actor } from '../access/actor.ts';
import type { OpenConnection } from '../sync/types.ts';
import { type DecisionRow, type Facts, meetingFacts, type SeatRow } from './facts.ts';

/** Who is connected now, and what has been sent. */
export interface Presence {
  connections: readonly OpenConnection[];
  /** Devices whose line broke a short while ago. */
  cutOff: readonly OpenConnection[];
  /** Participations of admitted devices with an open live socket. */
  watching: ReadonlySet<string>;
  /** Connected shared screens. */
  screens: number;
}

/** A view without the time it was made at, so that equal views compare equal. */
export type TimelessView = Exclude<LiveView, TableView> | Omit<TableView, 'serverTime'>;

/** The nobody's view: link or session open nothing any more. */
export const GONE: TimelessView = { kind: 'gone' };

/**
 * What one viewer may know. Pure. In the lobby: no names of others, nothing of the plan. The shared
 * screen gets no waiting list and no decisions. Decisions of others stay closed until sealing.
 */
export function viewFor(facts: Facts, presence: Presence, actor: Actor): TimelessView {
  const me = meOf(facts, actor);
  if (actor.standing !== 'admitted') {
    const own = facts.waiting.find(({ deviceId }) => deviceId === actor.deviceId);
    return {
      kind: 'lobby',
      step: actor.standing,
      me,
      meeting: meetingFacts(facts.meeting),
      waitingSince: own?.since.toISOString() ?? null,
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
    state: meeting.state,
    phases: phaseSteps(facts),
    phase: meeting.phase,
    phaseStartedAt: meeting.phaseStartedAt.toISOString(),
    phaseMinutes: meeting.phases.find(({ phase }) => phase === meeting.phase)?.minutes ?? 0,
    turn: meeting.turn,
    seats: seatsOf(facts, facts.seats, presence, actor),
    removed: removedSeats(facts, presence, actor),
    persons: facts.persons.map(personRef),
    waiting: lead ? waitingDevices(facts) : [],
    notMe: lead ? notMeOf(facts) : [],
    screens: presence.screens,
    freeze: freezeProgress(facts, presence, lead),
    version: facts.version,
    signoffs: facts.version ? signoffStates(facts, actor) : [],
    previous: facts.previous,
    nextMeetingId: facts.nextMeetingId,
  };
}

/** Whether this viewer may know what a person said to a version. */
export function seesDecision(actor: Actor, personId: string, sealed: boolean): boolean {
  if (actor.personId === null) {
    return false;
  }
  return sealed || leads(actor.role) || actor.personId === personId;
}

/** Whether somebody takes part from outside the room. */
export function isRemote(attendance: Attendance): boolean {
  return attendance === 'per_link' || attendance === 'telefonisch';
}

/** A person as everybody sees them: no rank, no account, no number. */
export function personRef({ id, name, initials, hue, subtitle }: PersonRef): PersonRef {
  return { id, name, initials, hue, subtitle };
}

function meOf(facts: Facts, actor: Actor): Me {
  return {
    participationId: actor.participationId,
    person: findPerson(facts, actor.personId),
    role: actor.role,
    language: actor.language,
    address: actor.address,
    secondDevice: actor.secondDevice,
  };
}

function findPerson(facts: Facts, personId: string | null): PersonRef | null {
  const person = facts.persons.find(({ id }) => id === personId);
  return person ? personRef(person) : null;
}

function phaseSteps({ meeting }: Facts): PhaseStep[] {
  return meeting.phases.map(({ phase, minutes, done }) => ({
    phase,
    minutes,
    state: phase === meeting.phase ? 'now' : done ? 'done' : 'next',
  }));
}

function seatsOf(facts: Facts, rows: readonly SeatRow[], presence: Presence, actor: Actor): Seat[] {
  return rows.flatMap((seat) => {
    const person = findPerson(facts, seat.personId);
    if (!person) {
      return [];
    }
    const open = presence.connections.filter(
      ({ participationId }) => participationId === seat.participationId,
    );
    return [
      {
        participationId: seat.participationId,
        person,
        role: seat.role,
        attendance: seat.attendance,
        ...notedOf(seat, actor),
        online: open.length > 0 || presence.watching.has(seat.participationId),
        remote: isRemote(seat.attendance),
      },
    ];
  });
}

/** Who leads can take everybody back; others only learn of whom the protocol will speak. */
function removedSeats(facts: Facts, presence: Presence, actor: Actor): Seat[] {
  const rows = leads(actor.role) ? facts.removed : facts.removed.filter(({ noted }) => noted !== null);
  return actor.personId === null ? [] : seatsOf(facts, rows, presence, actor);
}

/** The shared screen shows nobody's absence; proposals are for who leads alone. */
function notedOf(seat: SeatRow, actor: Actor): Pick<Seat, 'noted' | 'note' | 'proposed'> {
  if (actor.personId === null) {
    return { noted: null, note: '', proposed: null };
  }
  const { noted, note } = seat;
  const proposed = noted === null && leads(actor.role) ? proposedAttendance(seat.attendance, seat) : null;
  return { noted, note, proposed };
}

function waitingDevices(facts: Facts): WaitingDevice[] {
  return facts.waiting.map((device) => ({
    deviceId: device.deviceId,
    participationId: device.participationId,
    person: findPerson(facts, device.personId),
    role: device.role,
    since: device.since.toISOString(),
    secondDevice: device.secondDevice,
  }));
}

function notMeOf(facts: Facts): NotMe[] {
  return facts.notMe.map(({ participationId, personId, at }) => ({
    participationId,
    person: findPerson(facts, personId),
    at: at.toISOString(),
  }));
}

function freezeProgress(facts: Facts, presence: Presence, lead: boolean): FreezeProgress | null {
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

function signoffStates(facts: Facts, actor: Actor): SignoffState[] {
  const decisions = new Map<string, DecisionRow>(facts.decisions.map((row) => [row.personId, row]));
  const sealed = facts.version?.sealedAt !== null;
  return facts.seats.flatMap((seat) => {
    const person = findPerson(facts, seat.personId);
    if (!person || !seat.signs) {
      return [];
    }
    const said = decisions.get(person.id);
    const open = said && seesDecision(actor, person.id, sealed) ? said : null;
    return [
      {
        person,
        state: said ? 'entschieden' : 'offen',
        decision: open?.decision ?? null,
        method: open?.method ?? null,
        at: open?.at.toISOString() ?? null,
      },
    ];
  });
}
