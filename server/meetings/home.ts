import { leads, type ParticipantRole } from '#shared/access/parts.ts';
import type { HomeAnswer, HomeMeeting, HomePerson, HomeWaiting } from '#shared/api/answers.ts';
import type { StaffSession } from '../accounts/auth.ts';
import type { Sql } from '../db/sql.ts';
import {
  loadMeetingSnapshot,
  type MeetingSnapshot,
  meetingFacts,
  type ParticipantRow,
} from './meeting-snapshot.ts';
import { findPerson, isRemote, personRef } from './participants.ts';

/** Everything an account sees before it enters a meeting: names and dates, no content. */
export async function loadHome(sql: Sql, staff: StaffSession): Promise<HomeAnswer> {
  const rows = await sql<{ id: string; roles: ParticipantRole[] }[]>`
    select m.id, array_agg(p.role) as roles from meeting m
    join participation p on p.meeting_id = m.id and p.removed_at is null
    join person on person.id = p.person_id and person.account_id = ${staff.userId}
    join plan_case c on c.id = m.case_id and c.status <> 'archiviert'
    group by m.id, m.date, m.start_time order by m.date desc, m.start_time desc`;
  const meetings: HomeMeeting[] = [];
  for (const { id, roles } of rows) {
    const facts = await loadMeetingSnapshot(sql, id);
    if (facts) {
      const waiting = roles.some(leads) ? homeWaiting(facts) : [];
      meetings.push({ ...homeMeeting(facts, await openedLinks(sql, id)), waiting });
    }
  }
  const name = (await nameAtTheTable(sql, staff.userId)) ?? staff.name;
  return { account: { name, initials: initialsOf(name) }, meetings };
}

/** How the account's person is called at the table: "Frau Seidel", not "Katrin Seidel". */
async function nameAtTheTable(sql: Sql, userId: string): Promise<string | undefined> {
  const [row] = await sql<{ name: string }[]>`
    select person.display_name as name from person
    join plan_case c on c.id = person.case_id
    where person.account_id = ${userId} order by (c.status <> 'archiviert') desc, c.opened_on desc limit 1`;
  return row?.name;
}

async function openedLinks(sql: Sql, meetingId: string): Promise<Set<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct p.id from participation p
    join device d on d.participation_id = p.id where p.meeting_id = ${meetingId} and d.state <> 'asked'`;
  return new Set(rows.map(({ id }) => id));
}

function homeMeeting(facts: MeetingSnapshot, opened: ReadonlySet<string>): Omit<HomeMeeting, 'waiting'> {
  const signers = facts.participants.filter(({ signs }) => signs);
  const decided = signers.filter(({ personId }) => facts.decisions.some((row) => row.personId === personId));
  return {
    facts: meetingFacts(facts.meeting),
    caseId: facts.meeting.caseId,
    caseLabel: facts.meeting.caseLabel,
    place: facts.meeting.place,
    state: facts.meeting.state,
    people: facts.participants.flatMap((seat) => homePerson(facts, seat, opened)),
    version: facts.version,
    decided: decided.length,
    expected: signers.length,
  };
}

/** Who stands outside: only who leads learns it, and lets them in. */
function homeWaiting(facts: MeetingSnapshot): HomeWaiting[] {
  return facts.waiting.map(({ personId, since }) => ({
    person: findPerson(facts, personId),
    since: since.toISOString(),
  }));
}

function homePerson(facts: MeetingSnapshot, seat: ParticipantRow, opened: ReadonlySet<string>): HomePerson[] {
  const { participationId, role, attendance } = seat;
  const person = facts.persons.find(({ id }) => id === seat.personId);
  if (!person || attendance === 'nicht_eingeladen') {
    return [];
  }
  return [
    {
      participationId,
      person: personRef(person),
      role,
      attendance,
      remote: isRemote(attendance),
      linkOpened: leads(role) || opened.has(participationId),
    },
  ];
}

/** "Katrin Seidel" → "Se": the sign that the person has at every table. */
function initialsOf(name: string): string {
  const last = name.trim().split(/\s+/).at(-1) ?? '';
  return last.slice(0, 2);
}
