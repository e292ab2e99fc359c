import type { ParticipantRole } from '#shared/access/parts.ts';
import type { FamilyHelp, MeetingFacts, PersonRef, VersionRef } from '#shared/api/view.ts';
import type { Attendance, MeetingMode, MeetingPhase, MeetingType } from '#shared/domain/codes.ts';
import type { Decision, SignoffMethod } from '#shared/protocol/decisions.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Sql } from '../db/sql.ts';
import { loadFamilyHelp } from '../office/office.ts';
import type { StoredPhase } from './phases.ts';

/** Everything that views of one meeting are made from, read once for all viewers. */
export interface MeetingSnapshot {
  meeting: MeetingRow;
  persons: PersonRow[];
  participants: ParticipantRow[];
  /** Taken from the table by who leads. */
  removed: ParticipantRow[];
  waiting: WaitingRow[];
  notMe: SeatEventRow[];
  turnedAway: SeatEventRow[];
  /** The latest frozen version of this meeting, whatever the plan's state is now. */
  version: VersionRef | null;
  /** The latest decision of each person on that version. */
  decisions: DecisionRow[];
  /** Of those who have decided nothing on it: their last decision on a version before. */
  earlier: EarlierDecision[];
  previous: VersionRef | null;
  nextMeetingId: string | null;
  /** What the office tells families; null until it is set up. */
  help: FamilyHelp | null;
}

interface MeetingRow {
  id: string;
  number: number;
  type: MeetingType;
  date: string;
  start: string;
  end: string;
  mode: MeetingMode;
  place: string;
  phase: MeetingPhase;
  phases: StoredPhase[];
  /** Null: nobody has begun yet. */
  phaseStartedAt: Date | null;
  turn: string | null;
  caseId: string;
  caseLabel: string;
  childName: string;
  facilitatorName: string;
  facilitatorPhone: string | null;
  previousVersionId: string | null;
  planId: string;
  state: PlanState;
  freezeDeadline: Date | null;
}

export interface PersonRow extends PersonRef {
  /** Takes part in this meeting or can be named in its plan. */
  rank: number;
}

export interface ParticipantRow {
  participationId: string;
  personId: string | null;
  role: ParticipantRole;
  attendance: Attendance;
  noted: Attendance | null;
  note: string;
  /** A device of theirs was let in to the table; and none is any more. */
  came: boolean;
  left: boolean;
  signs: boolean;
  removed: boolean;
}

export interface WaitingRow {
  deviceId: string;
  participationId: string;
  personId: string | null;
  role: ParticipantRole;
  since: Date;
  secondDevice: boolean;
}

export interface SeatEventRow {
  participationId: string;
  personId: string | null;
  at: Date;
}

export interface DecisionRow {
  personId: string;
  decision: Decision;
  remark: string | null;
  thinkUntil: string | null;
  method: SignoffMethod;
  at: Date;
  leadersBrowser: boolean;
}

/** Reads the facts of a meeting, or null where there is none. */
export async function loadMeetingSnapshot(sql: Sql, meetingId: string): Promise<MeetingSnapshot | null> {
  const meeting = await loadMeeting(sql, meetingId);
  if (!meeting) {
    return null;
  }
  const [persons, all, waiting, notMe, turnedAway, version, previous, next, help] = await Promise.all([
    loadPersons(sql, meeting.caseId),
    loadSeats(sql, meetingId),
    loadWaiting(sql, meetingId),
    loadNotMe(sql, meetingId),
    loadTurnedAway(sql, meetingId),
    loadLatestVersion(sql, meetingId),
    meeting.previousVersionId ? loadVersion(sql, meeting.previousVersionId) : null,
    sql<
      { id: string }[]
    >`select id from meeting where case_id = ${meeting.caseId} and number = ${meeting.number + 1}`,
    loadFamilyHelp(sql),
  ]);
  const decisions = version ? await loadDecisions(sql, version.id) : [];
  const earlier = version ? await loadEarlierDecisions(sql, version.id) : [];
  return {
    meeting,
    persons,
    participants: all.filter(({ removed }) => !removed),
    removed: all.filter(({ removed }) => removed),
    waiting,
    notMe,
    turnedAway,
    version,
    decisions,
    earlier,
    previous,
    nextMeetingId: next[0]?.id ?? null,
    help,
  };
}

/** What everybody with a valid link may know of the meeting. */
export function meetingFacts(meeting: MeetingRow): MeetingFacts {
  const { id, number, type, childName, date, start, end } = meeting;
  const facilitator = { name: meeting.facilitatorName, phone: meeting.facilitatorPhone };
  return { id, number, type, childName, date, start, end, facilitator };
}

async function loadMeeting(sql: Sql, meetingId: string): Promise<MeetingRow | null> {
  const [row] = await sql<MeetingRow[]>`
    select m.id, m.number, m.type, m.date, m.start_time as start, m.end_time as "end", m.mode, m.place,
           m.phase, m.phases, m.phase_started_at as "phaseStartedAt", m.turn_person_id as turn,
           m.case_id as "caseId", c.label as "caseLabel", child.first_name as "childName",
           lead.display_name as "facilitatorName", lead.phone as "facilitatorPhone",
           m.previous_version_id as "previousVersionId", plan.id as "planId", plan.state, plan.freeze_deadline as "freezeDeadline"
    from meeting m
    join document plan on plan.meeting_id = m.id and plan.kind = 'plan'
    join plan_case c on c.id = m.case_id
    join person child on child.id = c.index_person_id
    join person lead on lead.id = m.moderator_id
    where m.id = ${meetingId}`;
  return row ?? null;
}

function loadPersons(sql: Sql, caseId: string): Promise<PersonRow[]> {
  return sql<PersonRow[]>`
    select id, display_name as name, initials, hue, subtitle, rank
    from person where case_id = ${caseId} order by rank, id`;
}

function loadSeats(sql: Sql, meetingId: string): Promise<ParticipantRow[]> {
  return sql<ParticipantRow[]>`
    select p.id as "participationId", p.person_id as "personId", p.role, p.attendance, p.attended as noted,
           p.attended_note as note, p.expected_to_sign as signs, p.removed_at is not null as removed,
           trace.came is not null as came, trace.came is not null and not trace.here as "left"
    from participation p left join person on person.id = p.person_id
    left join lateral (
      -- Who only came to sign was not at the table.
      select max(d.admitted_at) as came,
             coalesce(bool_or(d.state = 'admitted' and d.expires_at > now()), false) as here
      from device d left join join_link l on l.id = d.link_id
      where d.participation_id = p.id and d.admitted_at is not null and l.purpose is distinct from 'unterschreiben'
    ) trace on true
    where p.meeting_id = ${meetingId} order by person.rank, p.id`;
}

function loadWaiting(sql: Sql, meetingId: string): Promise<WaitingRow[]> {
  return sql<WaitingRow[]>`
    select d.id as "deviceId", p.id as "participationId", p.person_id as "personId", p.role,
           d.waiting_since as since, d.second_device as "secondDevice"
    from device d join participation p on p.id = d.participation_id
    left join join_link l on l.id = d.link_id
    where p.meeting_id = ${meetingId} and d.state = 'waiting' and d.expires_at > now()
      and p.removed_at is null and l.revoked_at is null
    order by d.waiting_since, d.id`;
}

/** Links that reached somebody else: the last time of each, until the link is revoked. */
function loadNotMe(sql: Sql, meetingId: string): Promise<SeatEventRow[]> {
  return sql<SeatEventRow[]>`
    select p.id as "participationId", p.person_id as "personId", max(d.not_me_at) as at
    from device d join participation p on p.id = d.participation_id
    left join join_link l on l.id = d.link_id
    where p.meeting_id = ${meetingId} and d.not_me_at > now() - interval '1 day'
      and p.removed_at is null and l.revoked_at is null
    group by p.id order by at, p.id`;
}

/** Seats of which a device was sent away: when it had knocked, until another one knocks or comes in. */
function loadTurnedAway(sql: Sql, meetingId: string): Promise<SeatEventRow[]> {
  return sql<SeatEventRow[]>`
    select p.id as "participationId", p.person_id as "personId", max(d.waiting_since) as at
    from device d join participation p on p.id = d.participation_id
    left join join_link l on l.id = d.link_id
    where p.meeting_id = ${meetingId} and d.state = 'refused' and d.waiting_since > now() - interval '1 day'
      and p.removed_at is null and l.revoked_at is null
      and not exists (select from device other where other.participation_id = p.id and (
        (other.state in ('waiting', 'admitted') and other.expires_at > now())
        or (other.state <> 'refused' and other.waiting_since > d.waiting_since)))
    group by p.id order by at, p.id`;
}

async function loadLatestVersion(sql: Sql, meetingId: string): Promise<VersionRef | null> {
  const [row] = await sql<VersionRow[]>`
    ${versionColumns(sql)} where v.meeting_id = ${meetingId} order by string_to_array(v.number, '.')::int[] desc limit 1`;
  return row ? versionRef(row) : null;
}

/** One version by id. */
export async function loadVersion(sql: Sql, versionId: string): Promise<VersionRef | null> {
  const [row] = await sql<VersionRow[]>`${versionColumns(sql)} where v.id = ${versionId}`;
  return row ? versionRef(row) : null;
}

interface VersionRow {
  id: string;
  number: string;
  code: string;
  sha256: string;
  date: string;
  frozenAt: Date;
  sealedAt: Date | null;
}

function versionColumns(sql: Sql) {
  return sql`select v.id, v.number, v.code, v.sha256, m.date, v.frozen_at as "frozenAt", v.sealed_at as "sealedAt"
    from protocol_version v join meeting m on m.id = v.meeting_id`;
}

function versionRef(row: VersionRow): VersionRef {
  return { ...row, frozenAt: row.frozenAt.toISOString(), sealedAt: row.sealedAt?.toISOString() ?? null };
}

/** Every decision on a version, or those up to one, in the order in which they came, which no clock decides. */
export function loadAllDecisions(
  sql: Sql,
  versionId: string,
  upTo: number | null = null,
): Promise<DecisionRow[]> {
  return sql<DecisionRow[]>`
    select person_id as "personId", decision, remark, think_until as "thinkUntil", method, at,
           leaders_browser as "leadersBrowser"
    from signoff where version_id = ${versionId} and (${upTo}::bigint is null or seq <= ${upTo}::bigint) order by seq`;
}

/** A decision, and the number of the version that it was about. */
export type EarlierDecision = DecisionRow & { version: string };

/**
 * What those had said to earlier versions of the same meeting who have said nothing to this one, each one's
 * last: who was against a version that was opened again is not left out of the next.
 */
export function loadEarlierDecisions(
  sql: Sql,
  versionId: string,
  upTo: number | null = null,
): Promise<EarlierDecision[]> {
  return sql<EarlierDecision[]>`
    select distinct on (s.person_id) s.person_id as "personId", s.decision, s.remark,
           s.think_until as "thinkUntil", s.method, s.at, s.leaders_browser as "leadersBrowser", v.number as version
    from protocol_version now
    join protocol_version v on v.meeting_id = now.meeting_id
      and string_to_array(v.number, '.')::int[] < string_to_array(now.number, '.')::int[]
    join signoff s on s.version_id = v.id
    where now.id = ${versionId} and not exists (
      select 1 from signoff given where given.version_id = now.id and given.person_id = s.person_id
        and (${upTo}::bigint is null or given.seq <= ${upTo}::bigint))
    order by s.person_id, string_to_array(v.number, '.')::int[] desc, s.seq desc`;
}

/** The latest decision of each person on a version; earlier ones stay in the database. */
function loadDecisions(sql: Sql, versionId: string): Promise<DecisionRow[]> {
  return sql<DecisionRow[]>`
    select distinct on (s.person_id) s.person_id as "personId", s.decision, s.remark,
           s.think_until as "thinkUntil", s.method, s.at, s.leaders_browser as "leadersBrowser"
    from signoff s where s.version_id = ${versionId} order by s.person_id, s.seq desc`;
}
