import { isDeepStrictEqual } from 'node:util';
import { leads } from '#shared/access/parts.ts';
import { type Actor, findActorByDevice } from '../access/actor.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Sql, Tx } from '../db/sql.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { JobFailure, type JobIds, type JobKind } from '../jobs/kind.ts';
import { loadVersion } from '../meetings/meeting-snapshot.ts';
import { ExportError, exportPdf, PDF_LIMITS, pdfAvailable } from './export/pdf.ts';
import type { PdfLimits } from './export/pdf-task.ts';
import { readEarlier, readSignoffs } from './read-version.ts';

/** The kind of job that sets PDFs. */
const KIND = 'pdf';
/** A request waits for so long; the job goes on without it, and asking again finds what came of it. */
const WAIT_MS = 75_000;
/** Beside the setting itself: starting, reading, storing. */
const AROUND_MS = 10_000;

/** Which decisions a reader sees: all, or those of one person. */
const ALL = 'all';

/** One PDF among all: equal ids, equal bytes. */
interface PdfIds {
  versionId: string;
  reader: string;
  /** Number of the last decision of anybody, which says who is open, seen or not; 0: none. */
  lastDecision: number;
  sealed: boolean;
}

/**
 * A version as this actor may see it, as PDF: stored bytes, or set now, once, however many ask.
 * @param hungUp nobody waits for it any more; what was ordered is done all the same
 * @throws DomainError `export_unavailable` where it cannot be made here, or not within its limits;
 * `export_pending` where it is still being made
 */
export async function pdfFor(
  { sql, jobs }: { sql: Sql; jobs: Jobs },
  actor: Actor,
  versionId: string,
  hungUp: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const ids = await idsFor(sql, actor, versionId);
  const stored = await storedPdf(sql, ids);
  return stored ?? (await setNow({ sql, jobs }, actor, ids, hungUp));
}

/**
 * Orders the newest page until one that was ordered is there. Somebody may decide meanwhile, or be taken out:
 * what was waiting for its turn is passed over then, and what was being set is still what was asked for.
 */
async function setNow(
  { sql, jobs }: { sql: Sql; jobs: Jobs },
  actor: Actor,
  first: PdfIds,
  hungUp: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!pdfAvailable()) {
    throw new DomainError('export_unavailable');
  }
  const until = performance.now() + WAIT_MS;
  for (let ids = first; ; ids = await idsFor(sql, actor, ids.versionId)) {
    const key = [ids.versionId, ids.reader, ids.lastDecision, ids.sealed].join(' ');
    const order = { kind: KIND, key, ids: { ...ids }, meetingId: actor.meetingId };
    const end = await jobs.done(order, until - performance.now(), hungUp);
    if (end.state === 'open') {
      throw new DomainError('export_pending');
    }
    if (end.state === 'failed') {
      throw new DomainError(end.why === 'over_limit' ? 'export_unavailable' : 'internal');
    }
    if ((await findActorByDevice(sql, actor.deviceId))?.admissionState !== 'admitted') {
      // Removed while it was being set: nothing is sent any more.
      throw new DomainError('unauthenticated');
    }
    const set =
      (await storedPdf(sql, ids)) ?? (await storedPdf(sql, await idsFor(sql, actor, ids.versionId)));
    if (set) {
      return set;
    }
  }
}

async function idsFor(sql: Sql, actor: Actor, versionId: string): Promise<PdfIds> {
  const now = await standing(sql, versionId);
  if (!now || actor.personId === null) {
    throw new DomainError('not_found');
  }
  const seesAll = now.sealed || leads(actor.role);
  return { versionId, reader: seesAll ? ALL : actor.personId, ...now };
}

/** What of a version changes its pages; null: it is gone. */
async function standing(
  sql: Sql,
  versionId: string,
): Promise<Pick<PdfIds, 'lastDecision' | 'sealed'> | null> {
  const [row] = await sql<Pick<PdfIds, 'lastDecision' | 'sealed'>[]>`
    select v.sealed_at is not null as sealed, coalesce(max(s.seq), 0) as "lastDecision"
    from protocol_version v left join signoff s on s.version_id = v.id
    where v.id = ${versionId} group by v.id`;
  return row ?? null;
}

async function storedPdf(
  sql: Sql,
  { versionId, reader, lastDecision, sealed }: PdfIds,
): Promise<Buffer<ArrayBuffer> | null> {
  const [row] = await sql<{ bytes: Buffer<ArrayBuffer> }[]>`select bytes from protocol_pdf
    where version_id = ${versionId} and reader = ${reader}
      and last_decision = ${lastDecision} and sealed = ${sealed}`;
  return row?.bytes ?? null;
}

/**
 * The job: reads what the ids name, sets it in a process of its own, keeps the bytes. What somebody has
 * decided after is passed over before it begins: nobody gets that page any more, and who waits orders the next.
 */
export function pdfJob(sql: Sql, limits: PdfLimits = PDF_LIMITS): JobKind {
  return {
    name: KIND,
    mostAttempts: 3,
    mostMs: limits.timeMs + AROUND_MS,
    async run(given, signal) {
      const ids = pdfIds(given);
      const now = await standing(sql, ids.versionId);
      if (now && (now.lastDecision !== ids.lastDecision || now.sealed !== ids.sealed)) {
        return;
      }
      const undecided = await undecidedPeople(sql, ids);
      const bytes = await setPdf(sql, ids, undecided, { limits, signal });
      await sql.begin((tx) => keep(tx, ids, undecided, bytes));
    },
  };
}

/**
 * Keeps what was set, unless somebody was taken out or came back since it was begun: then it names the wrong
 * people, and is set anew for who waits.
 */
async function keep(tx: Tx, ids: PdfIds, undecided: readonly string[], bytes: Uint8Array): Promise<void> {
  const { versionId, reader, lastDecision, sealed } = ids;
  // Whoever changes that waits until this is kept, and then forgets it (`forgetPdfs`); or this waits for them.
  await tx`select from participation p join protocol_version v on v.meeting_id = p.meeting_id
    where v.id = ${versionId} order by p.id for share of p`;
  if (!isDeepStrictEqual(await undecidedPeople(tx, ids), undecided)) {
    return;
  }
  // The newest stays: a reader has one PDF of a version.
  await tx`insert into protocol_pdf (version_id, reader, last_decision, sealed, bytes)
    values (${versionId}, ${reader}, ${lastDecision}, ${sealed}, ${Buffer.from(bytes)})
    on conflict (version_id, reader) do update
      set last_decision = excluded.last_decision, sealed = excluded.sealed, bytes = excluded.bytes,
          made_at = now()
      where (protocol_pdf.sealed, protocol_pdf.last_decision) <= (excluded.sealed, excluded.last_decision)`;
}

async function setPdf(
  sql: Sql,
  { versionId, reader, lastDecision, sealed }: PdfIds,
  undecided: readonly string[],
  how: { limits: PdfLimits; signal: AbortSignal },
): Promise<Uint8Array> {
  const [row] = await sql<
    { content: Buffer }[]
  >`select content from protocol_version where id = ${versionId}`;
  const version = await loadVersion(sql, versionId);
  if (!row || !version) {
    throw new JobFailure('gone');
  }
  const wanted = { upTo: lastDecision, sees: (id: string) => reader === ALL || id === reader };
  const signoffs = await readSignoffs(sql, versionId, wanted);
  const earlier = await readEarlier(sql, versionId, wanted);
  const asSealed = { ...version, sealedAt: sealed ? version.sealedAt : null };
  try {
    return await exportPdf({ content: row.content, version: asSealed, signoffs, earlier, undecided }, how);
  } catch (error) {
    throw error instanceof ExportError && error.isOverLimit ? new JobFailure('over_limit') : error;
  }
}

/** Who is expected to decide and had not by then: whom the view calls open, in its order. */
async function undecidedPeople(sql: Sql | Tx, { versionId, lastDecision }: PdfIds): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select p.person_id as id from participation p
    join protocol_version v on v.meeting_id = p.meeting_id join person on person.id = p.person_id
    where v.id = ${versionId} and p.expected_to_sign and p.removed_at is null
      and not exists (select from signoff s where s.version_id = v.id and s.person_id = p.person_id
        and s.seq <= ${lastDecision})
    order by person.rank, p.id`;
  return rows.map(({ id }) => id);
}

/** Who sits at a table has changed: who is still open is told anew. */
export async function forgetPdfs(tx: Tx, meetingId: string): Promise<void> {
  await tx`delete from protocol_pdf
    where version_id in (select id from protocol_version where meeting_id = ${meetingId})`;
}

function pdfIds({ versionId, reader, lastDecision, sealed }: JobIds): PdfIds {
  if (
    typeof versionId !== 'string' ||
    typeof reader !== 'string' ||
    typeof lastDecision !== 'number' ||
    typeof sealed !== 'boolean'
  ) {
    throw new JobFailure('gone');
  }
  return { versionId, reader, lastDecision, sealed };
}
