import { type DatabaseConfig, StartError } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import { ANSWER_MS, openPool } from './lasting-pool.ts';
import type { Sql } from './sql.ts';

/** An opened database; tables are made by `migrate`. */
export interface Database {
  kind: DatabaseConfig['kind'];
  sql: Sql;
  /** Lets `work` wait for answers as long as it takes: making an index may last minutes. */
  patiently<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The oldest PostgreSQL that all SQL here is written for. */
const OLDEST_MAJOR = 15;
const POOL = 10;

/** How to speak to a PostgreSQL server; both are seams for tests. */
export interface LineSettings {
  /** Is told the text of each query before it goes to the server. */
  onQuery?: (text: string) => void;
  /** Milliseconds that an answer may take. */
  answerMs?: number;
}

/** Opens the database that the configuration names. Throws `StartError` with the mend in the sentence. */
export async function openDatabase(config: DatabaseConfig, settings: LineSettings = {}): Promise<Database> {
  if (config.kind === 'embedded') {
    const { sql, close } = await openEmbedded(config.folder);
    return { kind: 'embedded', sql, patiently: (work) => work(sql), close };
  }
  const { url } = config;
  const { onQuery, answerMs = ANSWER_MS } = settings;
  const sql = openPool(url, { max: POOL, answerMs, onQuery });
  try {
    await refuseUnfit(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  return {
    kind: 'postgres',
    sql,
    async patiently(work) {
      const patient = openPool(url, { max: 1, answerMs: null, onQuery });
      return work(patient).finally(() => patient.end({ timeout: 5 }));
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

/** A pool on a PostgreSQL server. */
export function connect(url: string, max = POOL): Sql {
  return openPool(url, { max, answerMs: ANSWER_MS });
}

async function refuseUnfit(sql: Sql): Promise<void> {
  const settings = await reach(sql);
  const major = Math.floor(Number(settings.version) / 10_000);
  if (major < OLDEST_MAJOR) {
    throw new StartError(`PostgreSQL ${OLDEST_MAJOR} or newer is needed; this server is ${major}.`);
  }
  if (settings.fsync !== 'on' || settings.commit === 'off') {
    throw new StartError(
      'This PostgreSQL may lose what it has confirmed: set fsync = on and synchronous_commit = on.',
    );
  }
}

async function reach(sql: Sql): Promise<{ version: string; fsync: string; commit: string }> {
  try {
    const [row] = await sql<{ version: string; fsync: string; commit: string }[]>`
      select current_setting('server_version_num') as version,
             current_setting('fsync') as fsync,
             current_setting('synchronous_commit') as commit`;
    if (row) {
      return row;
    }
  } catch (error) {
    const code = (error as { code?: string }).code ?? 'no answer';
    throw new StartError(
      `The database of DATABASE_URL cannot be reached (${code}); check that it runs and that address, user and password are right.`,
    );
  }
  throw new StartError('The database of DATABASE_URL gave no answer.');
}
