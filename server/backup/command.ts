import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { takeSoleServer } from '../db/sole-server.ts';
import type { Sql } from '../db/sql.ts';

/** Runs a command of this machine: one sentence and exit code 1 where something outside is wrong. */
export async function runCommand(
  help: string,
  work: (config: Config, args: string[]) => Promise<string>,
): Promise<void> {
  try {
    const args = process.argv.slice(2);
    const said = args.includes('--help') ? help : await work(readConfig(process.env), args);
    process.stdout.write(`${said}\n`);
  } catch (error) {
    if (!(error instanceof StartError)) {
      throw error;
    }
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Lets `work` have a folder that is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-archive-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets `work` have the database while no server serves it. Throws `StartError` where one does. */
export async function whileNobodyServes<T>(config: Config, work: (sql: Sql) => Promise<T>): Promise<T> {
  const place = config.database.kind === 'postgres' ? await takeSoleServer(config.database.url) : null;
  try {
    return await withDatabase(config, work);
  } finally {
    await place?.close();
  }
}

/** Lets `work` have the migrated database. */
async function withDatabase<T>(config: Config, work: (sql: Sql) => Promise<T>): Promise<T> {
  const database = await openDatabase(config.database);
  try {
    await database.patiently(migrate);
    return await work(database.sql);
  } finally {
    await database.close();
  }
}
