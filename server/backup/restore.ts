import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { openEmbedded } from '../db/embedded.ts';
import { takeSoleServer } from '../db/sole-server.ts';
import type { Sql } from '../db/sql.ts';
import { DUMP, type Manifest, unpackArchive } from './archive.ts';
import { inFolder } from './command.ts';
import { runTool, toolAddress } from './tools.ts';

/** Puts an archive into an empty database, which then serves nobody until `restored` has run. */
export async function restore(config: Config, from: string): Promise<string> {
  const { database } = config;
  return inFolder(async (folder) => {
    const said = await unpackArchive(resolve(from), folder);
    if (said.database !== database.kind) {
      throw new StartError(FOR[said.database]);
    }
    const dump = join(folder, DUMP);
    if (database.kind === 'postgres') {
      await intoServer(config, database.url, dump);
    } else {
      await intoFolder(database.folder, dump);
    }
    return inWords(said);
  });
}

const FOR: Record<Manifest['database'], string> = {
  postgres: 'This archive is of a PostgreSQL server: name an empty database with DATABASE_URL.',
  embedded: 'This archive is of the embedded database: leave DATABASE_URL away.',
};

async function intoServer(config: Config, url: string, dump: string): Promise<void> {
  const place = await takeSoleServer(url);
  try {
    const database = await openDatabase(config.database);
    try {
      await mustBeEmpty(database.sql);
      const { address, env } = toolAddress(url);
      const options = ['--no-owner', '--no-privileges', '--exit-on-error', '--single-transaction'];
      await runTool('pg_restore', [...options, `--dbname=${address}`, dump], env);
      await putIn(database.sql);
    } finally {
      await database.close();
    }
  } finally {
    await place.close();
  }
}

async function intoFolder(folder: string, dump: string): Promise<void> {
  if (existsSync(join(folder, 'pg'))) {
    throw new StartError(
      `There is a database in ${folder} already. Put it aside, or choose another folder with DATA_DIR; nothing is written over.`,
    );
  }
  const { sql, close } = await openEmbedded(folder, new Blob([readFileSync(dump)]));
  await putIn(sql).finally(close);
}

async function mustBeEmpty(sql: Sql): Promise<void> {
  const tables = await sql`select from pg_tables where schemaname = 'public'`;
  if (tables.length > 0) {
    throw new StartError(
      `This database is not empty (${tables.length} tables). Make a new one for the backup; nothing is written over.`,
    );
  }
}

async function putIn(sql: Sql): Promise<void> {
  await sql`alter table generation add column if not exists is_put_in boolean not null default false`;
  await sql`update generation set is_put_in = true`;
}

function inWords({ madeAt, generation }: Manifest): string {
  return `The database is as of ${madeAt} (generation ${generation.number}, mark ${generation.mark}). Now run "npm run restored", then start.`;
}
