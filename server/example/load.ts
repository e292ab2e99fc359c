import { randomUUID } from 'node:crypto';
import { seedPlan } from '#shared/documents/plan/plan.ts';
import type { Attendance } from '#shared/domain/codes.ts';
import { parseCanonical } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { insertMeeting, usualPhases } from '../meetings/make-meeting.ts';
import { insertOwnDocuments } from '../own/insert-own.ts';
import { officeTime, officeToday } from '../participants/lifetimes.ts';
import { sealVersion } from '../protocol/seal.ts';
import { insertSignoff } from '../protocol/sign-off.ts';
import { type FrozenVersion, writeVersion } from '../protocol/write-version.ts';
import { type Calendar, createCalendar } from './calendar.ts';
import { ANCHOR_DAY, CASE, FIRST_MEETING, firstReasons, SECOND_MEETING } from './example-case.ts';
import {
  type ExampleParticipation,
  FIRST_ATTENDANCE,
  FIRST_SIGNATURES,
  ORGANISATIONS,
  type OrganisationKey,
  PARTICIPATIONS,
  PERSONS,
  type PersonKey,
} from './example-people.ts';
import { createIds, firstPlan, type Ids, secondSeed } from './plans.ts';

/** Who did what the example tells as past. */
const BY = 'example';

/** What was loaded. */
export interface LoadedExample {
  caseId: string;
  meetingId: string;
}

interface Loading {
  tx: Tx;
  calendar: Calendar;
  ids: Ids;
  caseId: string;
  now: Date;
}

/**
 * Loads the example: the first meeting with its version 1.0, frozen, signed and sealed by the same
 * code as every version, and the second meeting, open and today.
 */
export async function loadExample(
  tx: Tx,
  { accountId, now }: { accountId: string; now: Date },
): Promise<LoadedExample> {
  const ids = createIds();
  const calendar = createCalendar(ANCHOR_DAY, officeToday(now));
  const loading: Loading = { tx, calendar, ids, caseId: randomUUID(), now };
  await insertCase(loading, accountId);
  const first = await loadFirstMeeting(loading);
  const meetingId = await loadSecondMeeting(loading, first.versionId, first.content);
  return { caseId: loading.caseId, meetingId };
}

async function insertCase({ tx, ids, caseId, calendar }: Loading, accountId: string): Promise<void> {
  const organisations: Record<string, string> = {};
  for (const [key, { name, kind }] of Object.entries(ORGANISATIONS)) {
    organisations[key] = ids.of(`organisation-${key}`);
    await tx`insert into organisation (id, name, kind) values (${organisations[key]}, ${name}, ${kind})`;
  }
  const authority: OrganisationKey = 'amt';
  await tx`insert into plan_case
      (id, label, reference, custody, authority_id, index_person_id, status, opened_on)
    values (${caseId}, ${CASE.label}, ${CASE.reference}, ${CASE.custody}, ${organisations[authority] ?? ''},
      ${ids.of('leon')}, 'hilfe_laeuft', ${calendar.day(CASE.openedOn)})`;
  await appendAuditEvent(tx, { kind: 'case', id: caseId }, { type: 'case_opened', body: { by: 'example' } });
  for (const [rank, person] of PERSONS.entries()) {
    const organisation = person.organisation ? (organisations[person.organisation] ?? null) : null;
    await tx`insert into person
        (id, case_id, first_name, last_name, display_name, initials, hue, subtitle, roles, organisation_id,
         function, relation, phone, address, account_id, rank)
      values (${ids.of(person.key)}, ${caseId}, ${person.firstName}, ${person.lastName}, ${person.displayName},
        ${person.initials}, ${person.hue}, ${person.subtitle}, ${person.roles}, ${organisation},
        ${person.function}, ${person.relation}, ${person.phone}, ${person.address},
        ${person.key === 'seidel' ? accountId : null}, ${rank})`;
  }
}

async function loadFirstMeeting(loading: Loading): Promise<{ versionId: string; content: ProtocolContent }> {
  const { tx, calendar, ids, caseId } = loading;
  const meetingId = randomUUID();
  const day = calendar.day(FIRST_MEETING.day);
  const { content, plan } = firstPlan(calendar, ids);
  await insertMeeting(tx, {
    ...FIRST_MEETING,
    id: meetingId,
    caseId,
    number: 1,
    date: day,
    facilitatorId: ids.of('seidel'),
    phases: usualPhases(false).map((step) => ({ ...step, done: true })),
    previousVersionId: null,
    content,
    now: officeTime(day, FIRST_MEETING.start),
  });
  const reasons = firstReasons(calendar);
  for (const seat of PARTICIPATIONS.filter(({ person }) => person !== null)) {
    const attendance = (seat.person && FIRST_ATTENDANCE[seat.person]) || 'vor_ort';
    await insertSeat(loading, meetingId, { ...seat, attendance, noted: attendance }, reasons);
  }
  const mia = { person: 'mia', role: 'geschwister', attendance: 'nicht_eingeladen', signs: false } as const;
  await insertSeat(loading, meetingId, { ...mia, noted: null }, reasons);
  const frozen = await writeVersion(tx, {
    from: 'open',
    meetingId,
    plan,
    frozenAt: officeTime(day, FIRST_MEETING.frozenAt),
    by: BY,
  });
  await signAndSeal(loading, meetingId, frozen);
  const [row] = await tx<{ content: Buffer }[]>`
    select content from protocol_version where id = ${frozen.versionId}`;
  return { versionId: frozen.versionId, content: parseCanonical(row?.content ?? new Uint8Array()) };
}

async function signAndSeal(
  { tx, calendar, ids }: Loading,
  meetingId: string,
  { versionId, sha256 }: FrozenVersion,
): Promise<void> {
  let last = new Date(0);
  for (const { person, decision, day, time } of FIRST_SIGNATURES) {
    last = officeTime(calendar.day(day), time);
    await insertSignoff(
      tx,
      { meetingId, versionId, sha256, decision, method: 'bestaetigt' },
      { personId: ids.of(person), deviceId: BY },
      last,
    );
  }
  await sealVersion(tx, { meetingId, versionId, by: BY, at: last });
}

async function loadSecondMeeting(
  loading: Loading,
  previousVersionId: string,
  previous: ProtocolContent,
): Promise<string> {
  const { tx, calendar, ids, caseId, now } = loading;
  const meetingId = randomUUID();
  await insertMeeting(tx, {
    ...SECOND_MEETING,
    id: meetingId,
    caseId,
    number: 2,
    date: calendar.day(SECOND_MEETING.day),
    facilitatorId: ids.of('seidel'),
    phases: usualPhases(true),
    previousVersionId,
    content: seedPlan(secondSeed(previous, calendar, ids)),
    now,
  });
  for (const seat of PARTICIPATIONS) {
    await insertSeat(loading, meetingId, { ...seat, noted: null }, {});
  }
  await insertOwnDocuments(tx, meetingId);
  return meetingId;
}

async function insertSeat(
  { tx, ids }: Loading,
  meetingId: string,
  seat: ExampleParticipation & { noted: Attendance | null },
  reasons: Partial<Record<PersonKey, string>>,
): Promise<void> {
  const reason = (seat.person && reasons[seat.person]) || '';
  const note = seat.noted === null ? '' : reason;
  await tx`insert into participation
      (id, meeting_id, person_id, role, attendance, reason, attended, attended_note, expected_to_sign)
    values (${randomUUID()}, ${meetingId}, ${seat.person ? ids.of(seat.person) : null}, ${seat.role},
      ${seat.attendance}, ${reason}, ${seat.noted}, ${note}, ${seat.signs})`;
}
