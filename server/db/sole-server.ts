import { StartError } from '../config.ts';
import { openPool } from './lasting-pool.ts';
import type { Sql } from './sql.ts';

/** The place of the one process that serves a database. */
export interface SoleServer {
  /** Resolves when another process has taken the place; it never does before that. */
  taken: Promise<void>;
  close(): Promise<void>;
}

/** Times in milliseconds; tests set them. */
export interface SoleServerTimes {
  /** A process that is just ending, or was killed, gives the place back by then. */
  waitMs: number;
  /** How often it looks whether the place is still its own. */
  everyMs: number;
  /** PostgreSQL may hold the place for a connection that is gone, until it notices; then it is really another's. */
  patienceMs: number;
}

const TIMES: SoleServerTimes = { waitMs: 10_000, everyMs: 1_000, patienceMs: 30_000 };
const ASK_EVERY_MS = 250;
/** Names the lock among the advisory locks of a database. */
const LOCK = { space: 20_821, place: 1 } as const;
const ANSWER_MS = 5_000;

/**
 * Takes the place at a PostgreSQL database: an advisory lock that lives as long as the connection under it, so
 * it is free as soon as the process is dead, however it died. Throws `StartError` where another process has it.
 */
export async function takeSoleServer(
  url: string,
  { waitMs, everyMs, patienceMs }: SoleServerTimes = TIMES,
): Promise<SoleServer> {
  const sql = openPool(url, { max: 1, answerMs: ANSWER_MS });
  try {
    await takeWithin(sql, waitMs);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  const { promise: taken, resolve } = Promise.withResolvers<void>();
  let heldAt = performance.now();
  let timer = setTimeout(look, everyMs);
  let isClosed = false;
  // While the database is away nobody else gets the place either.
  async function look(): Promise<void> {
    const isHeld = await take(sql).catch(() => true);
    if (isHeld) {
      heldAt = performance.now();
    } else if (performance.now() - heldAt > patienceMs) {
      resolve();
      return;
    }
    if (!isClosed) {
      timer = setTimeout(look, everyMs);
    }
  }
  return {
    taken,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await sql.end({ timeout: 1 });
    },
  };
}

async function takeWithin(sql: Sql, waitMs: number): Promise<void> {
  const end = performance.now() + waitMs;
  while (!(await take(sql))) {
    if (performance.now() > end) {
      throw new StartError(await refusal(sql));
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Whether the place is this connection's. A connection that was made anew asks for it again. */
async function take(sql: Sql): Promise<boolean> {
  const [held] = await sql`select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()
    and classid = ${LOCK.space} and objid = ${LOCK.place} and objsubid = 2 and granted`;
  if (held) {
    return true;
  }
  // A machine that lost its power says no farewell: PostgreSQL must notice by itself, and soon.
  const [row] = await sql<
    { got: boolean }[]
  >`select pg_try_advisory_lock(${LOCK.space}, ${LOCK.place}) as got,
    set_config('idle_session_timeout', '0', false), set_config('tcp_keepalives_idle', '10', false),
    set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '2', false)`;
  return row?.got === true;
}

async function refusal(sql: Sql): Promise<string> {
  const [other] = await sql<{ pid: number; address: string | null; since: Date }[]>`
    select a.pid, host(a.client_addr) as address, a.backend_start as since
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.classid = ${LOCK.space} and l.objid = ${LOCK.place} and l.objsubid = 2
      and l.granted and l.database = (select oid from pg_database where datname = current_database())`;
  const who = other
    ? ` (from ${other.address ?? 'this machine'}, since ${other.since.toISOString()}; PostgreSQL knows it as ${other.pid})`
    : '';
  return `Another Planrunde serves this database${who}. Two at once are not possible yet: stop that one, or use another database.`;
}
