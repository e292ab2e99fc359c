import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sql } from '#server/db/sql.ts';
import { createJobs, type Jobs, type JobsOptions } from '#server/jobs/jobs.ts';
import { JobFailure, type JobIds, type JobKind, type JobOrder } from '#server/jobs/kind.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../../helpers/database.ts';

const LONG = 20_000;
/** A job on a busy machine; the default is a second. */
const SOON = { timeout: 15_000 };
const order = (key: string, meetingId: string | null = null): JobOrder => ({
  kind: 'count',
  key,
  ids: { key },
  meetingId,
});

/** Gates of a test that failed before it opened them must not hold the next one. */
const closed: (() => void)[] = [];

/** Something that ends when it is told to. */
function gate(): { open(): void; opened: Promise<void> } {
  const { promise, resolve } = Promise.withResolvers<void>();
  closed.push(resolve);
  return { open: resolve, opened: promise };
}

describe.each(DATABASE_KINDS)('work that outlives a request (%s)', (kind) => {
  let database: TestDatabase;
  let sql: Sql;
  const open: Jobs[] = [];
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    sql = database.sql;
  });
  beforeEach(async () => void (await sql`delete from job`));
  afterEach(async () => {
    for (const letGo of closed.splice(0)) {
      letGo();
    }
    await Promise.all(open.splice(0).map((jobs) => jobs.close()));
  });
  afterAll(() => database.close());

  function jobsOf(run: JobKind['run'], more: Partial<JobsOptions & JobKind> = {}): Jobs {
    const { mostAttempts = 3, mostMs = LONG, ...options } = more;
    const kinds = [{ name: 'count', mostAttempts, mostMs, run }];
    const jobs = createJobs({ retryMs: 20, ...options, sql, kinds });
    open.push(jobs);
    return jobs;
  }
  const rows = () => sql<{ key: string; state: string; attempts: number; why: string | null }[]>`
    select key, state, attempts, why from job order by id`;

  it('[OP30] ordered twice at once it is done once', async () => {
    const ran: JobIds[] = [];
    const { opened, open: letGo } = gate();
    const jobs = jobsOf(async (ids) => {
      ran.push(ids);
      await opened;
    });
    const first = jobs.done(order('a'), LONG);
    await expect.poll(async () => (await rows())[0]?.state, SOON).toBe('running');
    expect(await jobs.done(order('a'), 50)).toEqual({ state: 'open' });
    letGo();
    expect(await first).toEqual({ state: 'done' });
    expect(ran).toEqual([{ key: 'a' }]);
  });

  it('[OP30] whoever waits in vain gets an answer in time, and the job goes on', async () => {
    const { opened, open: letGo } = gate();
    const jobs = jobsOf(() => opened);
    expect(await jobs.done(order('slow'), 50)).toEqual({ state: 'open' });
    letGo();
    expect(await jobs.done(order('slow'), LONG)).toEqual({ state: 'done' });
  });

  it('[OP31] a meeting with many jobs takes no more turns than one with a single one', async () => {
    const turns: string[] = [];
    const jobs = jobsOf(async ({ key }) => void turns.push(String(key)), { slots: 1 });
    const many = ['a1', 'a2', 'a3', 'a4'].map((key) => order(key, 'meeting a'));
    for (const { key, ids, meetingId } of [...many, order('b1', 'meeting b'), order('c1', 'meeting c')]) {
      await sql`insert into job (kind, key, ids, meeting_id) values ('count', ${key}, ${sql.json({ ...ids })}, ${meetingId})`;
    }
    await jobs.start();
    await jobs.done(order('a4', 'meeting a'), LONG);
    expect(turns).toEqual(['a1', 'b1', 'c1', 'a2', 'a3', 'a4']);
  });

  it('[OP31] a job that takes for ever holds up its own meeting alone', async () => {
    const { opened, open: letGo } = gate();
    const jobs = jobsOf(({ key }) => (key === 'stuck' ? opened : Promise.resolve()));
    const stuck = jobs.done(order('stuck', 'meeting a'), LONG);
    await expect.poll(async () => (await rows())[0]?.state, SOON).toBe('running');
    const after = jobs.done(order('after', 'meeting a'), 300);
    expect(await jobs.done(order('other', 'meeting b'), LONG)).toEqual({ state: 'done' });
    expect(await after).toEqual({ state: 'open' });
    letGo();
    expect(await stuck).toEqual({ state: 'done' });
  });

  it('[OP32] what breaks is tried again, and given up after so many attempts', async () => {
    let left = 2;
    const jobs = jobsOf(async ({ key }) => {
      if (key === 'never' || left-- > 0) {
        throw new Error('broken');
      }
    });
    expect(await jobs.done(order('third time'), LONG)).toEqual({ state: 'done' });
    expect(await jobs.done(order('never'), LONG)).toEqual({ state: 'failed', why: 'broken' });
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([3, 3]);
  });

  it('[OP32] over its limit it is not tried again, nor when it is ordered once more', async () => {
    let runs = 0;
    const late = jobsOf((_ids, signal) => until(signal).then(() => Promise.reject(new Error('late'))), {
      mostMs: 60,
    });
    expect(await late.done(order('late'), LONG)).toEqual({ state: 'failed', why: 'over_limit' });
    await late.close();
    const jobs = jobsOf(async () => {
      runs++;
      throw new JobFailure('over_limit');
    });
    for (let n = 0; n < 3; n++) {
      expect(await jobs.done(order('large'), LONG)).toEqual({ state: 'failed', why: 'over_limit' });
    }
    expect(runs).toBe(1);
  });

  it('[OP33] what a crash left behind is done at the next start; what ends the process each time is given up', async () => {
    await sql`insert into job (kind, key, ids, state, attempts, lease, leased_until) values
      ('count', 'crashed', '{"key":"crashed"}', 'running', 1, 'dead process', now() - interval '1 second'),
      ('count', 'poison', '{"key":"poison"}', 'running', 3, 'dead process', now() - interval '1 second'),
      ('count', 'alive', '{"key":"alive"}', 'running', 1, 'other process', now() + interval '1 minute')`;
    const ran: unknown[] = [];
    const jobs = jobsOf(async ({ key }) => void ran.push(key));
    await jobs.start();
    expect(await jobs.done(order('crashed'), LONG)).toEqual({ state: 'done' });
    expect(await jobs.done(order('poison'), LONG)).toEqual({ state: 'failed', why: 'broken' });
    expect(ran).toEqual(['crashed']);
    expect((await rows()).find(({ key }) => key === 'alive')?.state).toBe('running');
  });

  it('[OP33] a process that was taken for dead does not end what another one has taken over', async () => {
    const { opened, open: letGo } = gate();
    const jobs = jobsOf(() => opened);
    void jobs.done(order('taken'), LONG);
    await expect.poll(async () => (await rows())[0]?.state, SOON).toBe('running');
    await sql`update job set lease = 'another process'`;
    letGo();
    await jobs.close();
    expect((await rows())[0]).toMatchObject({ state: 'running', attempts: 1 });
  });

  it('[OP33] stopping breaks off at once, and the next start does it; the attempt does not count', async () => {
    const first = jobsOf((_ids, signal) => until(signal).then(() => Promise.reject(new Error('stopped'))));
    const waiting = first.done(order('long'), LONG);
    await expect.poll(async () => (await rows())[0]?.state, SOON).toBe('running');
    const since = performance.now();
    await first.close();
    expect(performance.now() - since).toBeLessThan(5_000);
    expect(await waiting).toEqual({ state: 'open' });
    expect((await rows())[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    const second = jobsOf(async () => undefined);
    await second.start();
    expect(await second.done(order('long'), LONG)).toEqual({ state: 'done' });
  });
});

function until(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
