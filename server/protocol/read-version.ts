import type { SignoffEntry, VersionAnswer } from '#shared/api/answers.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Sql, Tx } from '../db/sql.ts';
import {
  type DecisionRow,
  loadAllDecisions,
  loadEarlierDecisions,
  loadVersion,
} from '../meetings/meeting-snapshot.ts';
import { seesDecision } from '../meetings/meeting-view.ts';
import { personRef } from '../meetings/participants.ts';
import { findContent, type StoredContent } from './stored-content.ts';

/** The latest version of a meeting, by its number: clocks go back. Only where the plan's state says that there is one. */
export async function latestVersion(tx: Tx, meetingId: string): Promise<{ id: string; sha256: string }> {
  const [row] = await tx<{ id: string; sha256: string }[]>`
    select id, sha256 from protocol_version where meeting_id = ${meetingId}
    order by string_to_array(number, '.')::int[] desc limit 1`;
  if (!row) {
    throw new Error(`meeting ${meetingId} has no version`);
  }
  return row;
}

/** A version with those decisions that its reader may see, earlier ones of a person too; its content is to be sent. */
export interface ReadVersion extends Omit<VersionAnswer, 'content'> {
  stored: StoredContent;
}

/** What this actor may read of a version. @throws DomainError `not_found`, `unknown_form` */
export async function readVersion(sql: Sql, actor: Actor, versionId: string): Promise<ReadVersion> {
  const stored = await findContent(sql, actor, versionId);
  const version = await loadVersion(sql, versionId);
  if (!version) {
    throw new DomainError('not_found');
  }
  const sealed = version.sealedAt !== null;
  const sees = (personId: string): boolean => seesDecision(actor, personId, sealed);
  const signoffs = await readSignoffs(sql, versionId, { sees });
  return { version, stored, signoffs, earlier: await readEarlier(sql, versionId, { sees }) };
}

/** Which decisions are asked for: whose, and up to which one. */
interface Wanted {
  sees(personId: string): boolean;
  upTo?: number | null;
}

/** Decisions on a version that a reader sees, in their order, up to a certain one. */
export async function readSignoffs(
  sql: Sql,
  versionId: string,
  { sees, upTo = null }: Wanted,
): Promise<SignoffEntry[]> {
  return entriesOf(sql, await loadAllDecisions(sql, versionId, upTo), sees);
}

/** What of those said to versions before a reader sees who have said nothing to this one up to then. */
export async function readEarlier(
  sql: Sql,
  versionId: string,
  { sees, upTo = null }: Wanted,
): Promise<SignoffEntry[]> {
  return entriesOf(sql, await loadEarlierDecisions(sql, versionId, upTo), sees);
}

async function entriesOf(
  sql: Sql,
  decisions: readonly (DecisionRow & { version?: string })[],
  sees: Wanted['sees'],
): Promise<SignoffEntry[]> {
  const ids = decisions.map(({ personId }) => personId).filter(sees);
  const persons = await sql<{ id: string; name: string; initials: string; hue: number; subtitle: string }[]>`
    select id, display_name as name, initials, hue, subtitle from person where id = any(${ids})`;
  return decisions.flatMap(({ personId, leadersBrowser, at, ...said }) => {
    const person = persons.find(({ id }) => id === personId);
    const where = leadersBrowser ? ({ leadersBrowser } as const) : {};
    return person ? [{ ...said, person: personRef(person), at: at.toISOString(), ...where }] : [];
  });
}
