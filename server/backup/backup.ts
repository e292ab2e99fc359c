import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Config, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { openEmbedded } from '../db/embedded.ts';
import { migrate } from '../db/migrate.ts';
import type { Sql } from '../db/sql.ts';
import { DUMP, packArchive } from './archive.ts';
import { inFolder } from './command.ts';
import { raiseMark } from './follow-mark.ts';
import { runTool, toolAddress } from './tools.ts';
import { knowDatabase } from './went-back.ts';

/**
 * Writes one archive of the whole database: of a PostgreSQL server while people go on writing, of the embedded
 * database while it serves nobody.
 */
export async function backup(config: Config, to: string): Promise<string> {
  const file = resolve(to);
  if (existsSync(file)) {
    throw new StartError(`${file} is there already; nothing was written over it.`);
  }
  return inFolder((folder) =>
    config.database.kind === 'postgres'
      ? backupServer(config, config.database.url, folder, file)
      : backupEmbedded(config, config.database.folder, folder, file),
  );
}

async function backupServer(config: Config, url: string, folder: string, file: string): Promise<string> {
  const database = await openDatabase(config.database);
  try {
    const { address, env } = toolAddress(url);
    return await packed(database.sql, config, { folder, file, kind: 'postgres' }, () =>
      runTool(
        'pg_dump',
        ['--format=custom', '--no-owner', '--no-privileges', `--file=${join(folder, DUMP)}`, address],
        env,
      ),
    );
  } finally {
    await database.close();
  }
}

async function backupEmbedded(config: Config, data: string, folder: string, file: string): Promise<string> {
  const { sql, image, close } = await openEmbedded(data);
  try {
    return await packed(sql, config, { folder, file, kind: 'embedded' }, async () => {
      writeFileSync(join(folder, DUMP), Buffer.from(await (await image()).arrayBuffer()));
    });
  } finally {
    await close();
  }
}

interface Packing {
  folder: string;
  file: string;
  kind: Config['database']['kind'];
}

async function packed(
  sql: Sql,
  config: Config,
  packing: Packing,
  dump: () => Promise<void>,
): Promise<string> {
  const { folder, file, kind } = packing;
  const migration = await migrate(sql);
  const known = await knowDatabase(sql, config.keepDir);
  const { id, number, mark } = known.generation;
  await dump();
  // Whatever is written from here on, this archive is older: it is recognised by that when it is put in.
  await raiseMark(sql, known);
  const madeAt = new Date().toISOString();
  await packArchive(folder, file, { madeAt, database: kind, generation: { id, number, mark }, migration });
  return `${file} holds the database as of ${madeAt} (generation ${number}, mark ${mark}). Keep it where only the operator reads it.`;
}
