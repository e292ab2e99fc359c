import postgres from 'postgres';
import { type DatabaseConfig, StartError } from '../config.ts';
import { openEmbedded } from './embedded.ts';
import { asSql, POSTGRES_TYPES, type Sql } from './sql.ts';

/** An opened database; tables are made by `migrate`. */
export interface Database {
  kind: DatabaseConfig['kind'];
  sql: Sql;
  close(): Promise<void>;
}

/** The oldest PostgreSQL that all SQL here is written for. */
const OLDEST_MAJOR = 15;
const POOL = 10;

/**
 * Opens the database that the configuration names. Throws `StartError` with the mend in the sentence.
 * @param onQuery is told the text of each query before it goes to a server
 */
export async function openDatabase(
  config: DatabaseConfig,
  onQuery?: (text: string) => void,
): Promise<Database> {
  if (config.kind === 'embedded') {
    return { kind: 'embedded', ...(await openEmbedded(config.folder)) };
  }
  const sql = connect(config.url, POOL, onQuery);
  try {
    await refuseUnfit(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  return { kind: 'postgres', sql, close: () => sql.end({ timeout: 5 }) };
}

/** A pool on a PostgreSQL server. */
export function connect(url: string, max = POOL, onQuery?: (text: string) => void): Sql {
  return asSql(
    postgres(url, {
      max,
      connect_timeout: 10,
      types: POSTGRES_TYPES,
      onnotice: () => {},
      ...(onQuery ? { debug: (_connection: number, text: string) => onQuery(text) } : {}),
    }),
  );
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
