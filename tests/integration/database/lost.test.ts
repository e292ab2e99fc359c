import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '#server/db/lasting-pool.ts';
import type { Sql } from '#server/db/sql.ts';
import { type Link, openLink } from '../../faults/link.ts';
import { pause } from '../../faults/wait.ts';
import { createServerDatabase } from '../../helpers/database.ts';

const ANSWER_MS = 700;
const POOL = 3;

describe('a PostgreSQL server that goes away', () => {
  let database: Awaited<ReturnType<typeof createServerDatabase>>;
  let admin: Sql;
  let line: Link;
  let sql: Sql;
  beforeAll(async () => {
    database = await createServerDatabase();
    const url = new URL(database.url);
    line = await openLink(Number(url.port || 5432));
    admin = openPool(database.url, { max: 1, answerMs: null });
    url.port = String(line.port);
    sql = openPool(url.href, { max: POOL, answerMs: ANSWER_MS });
  });
  afterAll(async () => {
    await sql?.end({ timeout: 1 });
    await admin?.end({ timeout: 1 });
    await line?.close();
    await database?.drop();
  });

  const endSession = async (pid: number): Promise<void> => {
    await admin`select pg_terminate_backend(${pid})`;
  };
  /** More at once than there are connections: each of them must be good. */
  const works = async (): Promise<boolean> => {
    const answers = await Promise.all(Array.from({ length: POOL * 3 }, () => sql`select 1 as one`));
    return answers.every(([row]) => row?.['one'] === 1);
  };

  // An error that nobody catches fails the run by itself.
  it.each([
    ['while a statement runs', 0],
    ['between two statements', 300],
    ['in the moment of the next statement', 1],
  ])('[DU14] a session that ends inside a transaction, %s, ends only that', async (_when, wait) => {
    for (let times = 0; times < POOL * 2; times++) {
      const lost = sql.begin(async (tx) => {
        const [session] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
        const end = endSession(session?.pid ?? 0);
        if (wait === 0) {
          await tx`select pg_sleep(5)`;
        }
        await end;
        await pause(wait);
        await tx`select 1`;
        return tx`select 2`;
      });
      await expect(lost).rejects.toThrow();
      expect(await works()).toBe(true);
    }
  });

  it('[DU14] a transaction that fails by itself is rolled back and tells why', async () => {
    await sql`create table if not exists word (text text not null)`;
    const failed = sql.begin(async (tx) => {
      await tx`insert into word values ('gone')`;
      await tx`insert into word values (null)`;
    });
    await expect(failed).rejects.toMatchObject({ code: '23502' });
    const refused = sql.begin(async (tx) => {
      await tx`insert into word values ('gone')`;
      throw new RangeError('changed my mind');
    });
    await expect(refused).rejects.toThrow('changed my mind');
    expect(await sql`select * from word`).toHaveLength(0);
  });

  it('[DU14] a server that is silent is given up, and found again when it is back', async () => {
    expect(await works()).toBe(true);
    line.up.silent = true;
    line.down.silent = true;
    const asked = await Promise.allSettled([sql`select 1`, sql.begin((tx) => tx`select 1`)]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    line.restore();
    expect(await works()).toBe(true);
  });

  it('[DU14] a server that was away for many tries is found at once', async () => {
    line.open = false;
    line.cut();
    for (let times = 0; times < POOL * 12; times++) {
      await expect(sql`select 1`.then(() => 'answered')).rejects.toThrow();
    }
    line.restore();
    const since = Date.now();
    expect(await works()).toBe(true);
    // The driver's own pauses would have grown to 10 to 20 s.
    expect(Date.now() - since).toBeLessThan(5_000);
  });

  it('[DU14] a server that hangs up while greeting is an error, not a wait', async () => {
    const rude = await hangsUp();
    const { port } = rude.address() as AddressInfo;
    const pool = openPool(`postgres://nobody@127.0.0.1:${port}/none`, { max: 1, answerMs: null });
    await expect(pool`select 1`.then(() => 'answered')).rejects.toThrow();
    await pool.end({ timeout: 1 });
    rude.close();
  });

  it('[DU14] PostgreSQL takes back the rows of a process that stopped inside a transaction', async () => {
    const [row] = await sql<{ timeout: string }[]>`
      select current_setting('idle_in_transaction_session_timeout') as timeout`;
    expect(row?.timeout).toBe('10s');
  });
});

/** Takes connections and ends them without a word, as a proxy does whose server is down. */
async function hangsUp(): Promise<Server> {
  const server = createServer((socket) => socket.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
