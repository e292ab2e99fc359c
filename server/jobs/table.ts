import type { Sql, Tx } from '../db/sql.ts';
import type { JobIds, JobOrder, JobTrouble } from './kind.ts';

/** How a job stands. */
export type JobState = { state: 'open' } | { state: 'done' } | { state: 'failed'; why: JobTrouble };

/** A job that this process has claimed. */
export interface ClaimedJob {
  id: number;
  kind: string;
  key: string;
  ids: JobIds;
  attempts: number;
}

/** Rows of work that has ended are kept this long; as long, what failed for good is not tried again. */
const KEPT_HOURS = 1;

/** Puts a job into the table unless it is there already, or has failed for good a short while ago. */
export async function insertJob(sql: Sql | Tx, { kind, key, ids, meetingId }: JobOrder): Promise<void> {
  await sql`insert into job (kind, key, ids, meeting_id)
    values (${kind}, ${key}, ${sql.json({ ...ids })}, ${meetingId})
    on conflict (kind, key) where state <> 'done' do nothing`;
}

/** How the latest job of this name stands; null: there is none. */
export async function jobState(sql: Sql, kind: string, key: string): Promise<JobState | null> {
  const [row] = await sql<{ state: 'waiting' | 'running' | 'done' | 'failed'; why: JobTrouble }[]>`
    select state, why from job where kind = ${kind} and key = ${key} order by id desc limit 1`;
  switch (row?.state) {
    case undefined:
      return null;
    case 'done':
      return { state: 'done' };
    case 'failed':
      return { state: 'failed', why: row.why };
    default:
      return { state: 'open' };
  }
}

/**
 * Takes the next job: one at a time of a meeting, first of the meeting whose turn was longest ago, then
 * the oldest. So a meeting with many jobs, or with one that takes for ever, holds up its own alone.
 */
export async function claimJob(
  sql: Sql,
  { kinds, lease, leaseMs }: { kinds: readonly string[]; lease: string; leaseMs: number },
): Promise<ClaimedJob | null> {
  const [job] = await sql<ClaimedJob[]>`
    update job set state = 'running', attempts = attempts + 1, started_at = clock_timestamp(),
      lease = ${lease}, leased_until = now() + make_interval(secs => ${leaseMs / 1000})
    where id = (
      select j.id from job j
      where j.state = 'waiting' and j.run_after <= now() and j.kind = any(${[...kinds]}::text[])
        and not exists (select from job r where r.state = 'running' and r.meeting_id = j.meeting_id)
      order by (select max(t.started_at) from job t where t.meeting_id = j.meeting_id) nulls first, j.id
      limit 1 for update of j skip locked)
    returning id, kind, key, ids, attempts`;
  return job ?? null;
}

/** Says that this process still works on its jobs. */
export async function renewLeases(sql: Sql, lease: string, leaseMs: number): Promise<void> {
  await sql`update job set leased_until = now() + make_interval(secs => ${leaseMs / 1000})
    where state = 'running' and lease = ${lease}`;
}

/** Puts jobs back whose process has died, and forgets what ended long ago. */
export async function tidyJobs(sql: Sql): Promise<void> {
  await sql`update job set state = 'waiting', lease = null where state = 'running' and leased_until < now()`;
  await sql`delete from job where state in ('done', 'failed')
    and ended_at < now() - make_interval(hours => ${KEPT_HOURS})`;
}

/** Ends a job, if it is still this process's. */
export async function endJob(sql: Sql, id: number, lease: string, why: JobTrouble | null): Promise<void> {
  await sql`update job set state = ${why === null ? 'done' : 'failed'}, why = ${why}, ended_at = now(), lease = null
    where id = ${id} and lease = ${lease}`;
}

/** Puts a job back. `free`: the attempt does not count, as when the server stops in the middle. */
export async function putBackJob(
  sql: Sql,
  id: number,
  lease: string,
  { waitMs, free }: { waitMs: number; free: boolean },
): Promise<void> {
  await sql`update job set state = 'waiting', lease = null, attempts = attempts - ${free ? 1 : 0}::int,
      run_after = now() + make_interval(secs => ${waitMs / 1000})
    where id = ${id} and lease = ${lease}`;
}

/** Milliseconds until a job may run that waits for nothing but its time; null: there is none. */
export async function nextJobIn(sql: Sql, kinds: readonly string[]): Promise<number | null> {
  const [row] = await sql<{ ms: number | null }[]>`
    select (extract(epoch from min(j.run_after) - now()) * 1000)::float8 as ms from job j
    where j.state = 'waiting' and j.kind = any(${[...kinds]}::text[])
      and not exists (select from job r where r.state = 'running' and r.meeting_id = j.meeting_id)`;
  return row?.ms ?? null;
}
