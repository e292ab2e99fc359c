import { leads } from '#shared/access/parts.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Sql, Tx } from '../db/sql.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { JobFailure, type JobIds, type JobKind } from '../jobs/kind.ts';
import { loadVersion } from '../meetings/meeting-snapshot.ts';
import { ExportError, exportPdf, PDF_LIMITS, pdfAvailable } from './export/pdf.ts';
import type { PdfLimits } from './export/pdf-task.ts';
import { readSignoffs } from './read-version.ts';

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
 * @throws DomainError `export_unavailable` where it cannot be made here, or not within its limits
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

async function setNow(
  { sql, jobs }: { sql: Sql; jobs: Jobs },
  actor: Actor,
  ids: PdfIds,
  hungUp: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  if (!pdfAvailable()) {
    throw new DomainError('export_unavailable');
  }
  const key = [ids.versionId, ids.reader, ids.lastDecision, ids.sealed].join(' ');
  const order = { kind: KIND, key, ids: { ...ids }, meetingId: actor.meetingId };
  const end = await jobs.done(order, WAIT_MS, hungUp);
  // Somebody may have decided meanwhile, and the newer page have been set first.
  const set = end.state === 'done' ? await storedPdf(sql, await idsFor(sql, actor, ids.versionId)) : null;
  if (!set) {
    throw new DomainError(
      end.state === 'failed' && end.why === 'over_limit' ? 'export_unavailable' : 'internal',
    );
  }
  return set;
}

async function idsFor(sql: Sql, actor: Actor, versionId: string): Promise<PdfIds> {
  const [row] = await sql<{ sealed: boolean; last: number }[]>`
    select v.sealed_at is not null as sealed, coalesce(max(s.seq), 0) as last
    from protocol_version v left join signoff s on s.version_id = v.id
    where v.id = ${versionId} group by v.id`;
  if (!row || actor.personId === null) {
    throw new DomainError('not_found');
  }
  const { sealed, last } = row;
  const seesAll = sealed || leads(actor.role);
  return { versionId, sealed, reader: seesAll ? ALL : actor.personId, lastDecision: last };
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

/** The job: reads what the ids name, sets it in a process of its own, keeps the bytes. */
export function pdfJob(sql: Sql, limits: PdfLimits = PDF_LIMITS): JobKind {
  return {
    name: KIND,
    mostAttempts: 3,
    mostMs: limits.timeMs + AROUND_MS,
    async run(given, signal) {
      const ids = pdfIds(given);
      const bytes = await setPdf(sql, ids, { limits, signal });
      // The newest stays: a reader has one PDF of a version.
      await sql`insert into protocol_pdf (version_id, reader, last_decision, sealed, bytes)
        values (${ids.versionId}, ${ids.reader}, ${ids.lastDecision}, ${ids.sealed}, ${Buffer.from(bytes)})
        on conflict (version_id, reader) do update
          set last_decision = excluded.last_decision, sealed = excluded.sealed, bytes = excluded.bytes,
              made_at = now()
          where (protocol_pdf.sealed, protocol_pdf.last_decision) <= (excluded.sealed, excluded.last_decision)`;
    },
  };
}

async function setPdf(
  sql: Sql,
  { versionId, reader, lastDecision, sealed }: PdfIds,
  how: { limits: PdfLimits; signal: AbortSignal },
): Promise<Uint8Array> {
  const [row] = await sql<
    { content: Buffer }[]
  >`select content from protocol_version where id = ${versionId}`;
  const version = await loadVersion(sql, versionId);
  if (!row || !version) {
    throw new JobFailure('gone');
  }
  const signoffs = await readSignoffs(sql, versionId, {
    upTo: lastDecision,
    sees: (personId) => reader === ALL || personId === reader,
  });
  const undecided = await undecidedPeople(sql, versionId, lastDecision);
  const asSealed = { ...version, sealedAt: sealed ? version.sealedAt : null };
  try {
    return await exportPdf({ content: row.content, version: asSealed, signoffs, undecided }, how);
  } catch (error) {
    throw error instanceof ExportError && error.isOverLimit ? new JobFailure('over_limit') : error;
  }
}

/** Who is expected to decide and had not by then: whom the view calls open, in its order. */
async function undecidedPeople(sql: Sql, versionId: string, lastDecision: number): Promise<string[]> {
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
