import type { ParticipantRole } from '#shared/access/parts.ts';
import type { Address, Language } from '#shared/i18n/language.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import type { Sql, Tx } from '../db/sql.ts';
import { secretHash } from './tokens.ts';

/** Where a device stands: it only knows the link, waits in the lobby, or is at the table. */
export const ADMISSION_STATES = ['asked', 'waiting', 'admitted'] as const;
export type AdmissionState = (typeof ADMISSION_STATES)[number];

/** Somebody who asks for something: one device of one participation. */
export interface Actor {
  kind: 'participant';
  deviceId: string;
  participationId: string;
  personId: string | null;
  role: ParticipantRole;
  admissionState: AdmissionState;
  /** Expected to say something to a frozen version. */
  signs: boolean;
  secondDevice: boolean;
  meetingId: string;
  caseId: string;
  planId: string;
  /** The document that only this participation receives; the shared screen has none. */
  ownId: string | null;
  planState: PlanState;
  language: Language;
  address: Address;
  authSessionId: string | null;
}

/**
 * Reads who stands behind a device's secret. Ended and refused devices, revoked links, removed
 * people, ended account sessions and archived cases all give null: one answer for all of them.
 */
export async function findActor(
  sql: Sql | Tx,
  participationId: string,
  secret: string | null,
): Promise<Actor | null> {
  if (!secret) {
    return null;
  }
  const rows = await sql<Actor[]>`
    ${actorColumns(sql)} where d.secret_hash = ${secretHash(secret)} and d.participation_id = ${participationId}
    ${stillValid(sql)}`;
  return rows[0] ?? null;
}

/** The same for a device that is already known, to see whether it still may be here. */
export async function findActorByDevice(sql: Sql | Tx, deviceId: string): Promise<Actor | null> {
  const rows = await sql<Actor[]>`${actorColumns(sql)} where d.id = ${deviceId} ${stillValid(sql)}`;
  return rows[0] ?? null;
}

/** Seats at which these secrets, by participation, still are let in; the newest device first. One statement. */
export async function findLivingSeats(
  sql: Sql | Tx,
  secrets: ReadonlyMap<string, string>,
): Promise<string[]> {
  const hashes = [...secrets.values()].filter((secret) => secret !== '').map(secretHash);
  if (hashes.length === 0) {
    return [];
  }
  const rows = await sql<{ participationId: string; hash: Buffer }[]>`
    select d.participation_id as "participationId", d.secret_hash as hash
    ${actorSource(sql)} where d.secret_hash in ${sql(hashes)} ${stillValid(sql)}
    order by coalesce(d.admitted_at, d.created_at) desc, d.id`;
  return rows
    .filter(({ participationId, hash }) => hash.equals(secretHash(secrets.get(participationId) ?? '')))
    .map(({ participationId }) => participationId);
}

/** All devices of a meeting that still may be here, by device id. */
export async function findActorsOfMeeting(sql: Sql | Tx, meetingId: string): Promise<Map<string, Actor>> {
  const rows = await sql<Actor[]>`${actorColumns(sql)} where m.id = ${meetingId} ${stillValid(sql)}`;
  return new Map(rows.map((actor) => [actor.deviceId, actor]));
}

function actorColumns(sql: Sql | Tx) {
  return sql`
    select 'participant' as kind, d.id as "deviceId", p.id as "participationId", p.person_id as "personId", p.role,
           d.state as "admissionState", p.expected_to_sign as signs, d.second_device as "secondDevice",
           m.id as "meetingId", m.case_id as "caseId", plan.id as "planId", own.id as "ownId", plan.state as "planState",
           coalesce(d.language, person.language, c.language) as language,
           coalesce(d.address, person.address, 'neutral') as address,
           d.auth_session_id as "authSessionId"
    ${actorSource(sql)}`;
}

function actorSource(sql: Sql | Tx) {
  return sql`
    from device d
    join participation p on p.id = d.participation_id
    join meeting m on m.id = p.meeting_id
    join document plan on plan.meeting_id = m.id and plan.kind = 'plan'
    left join document own on own.owner_participation = p.id and own.kind = 'own'
    join plan_case c on c.id = m.case_id
    left join person on person.id = p.person_id
    left join join_link link on link.id = d.link_id`;
}

function stillValid(sql: Sql | Tx) {
  return sql`
    and d.state in ${sql(ADMISSION_STATES)} and d.expires_at > now()
    and p.removed_at is null and link.revoked_at is null and c.status <> 'archiviert'
    and (d.auth_session_id is null or exists (
      select from "session" s where s."id" = d.auth_session_id and s."expiresAt" > now()))`;
}
