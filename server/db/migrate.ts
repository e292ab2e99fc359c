import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { StartError } from '../config.ts';
import type { Sql } from './sql.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

interface Migration {
  name: string;
  text: string;
  sha256: string;
}

/**
 * Brings the tables up to date: plain SQL files in order, each once, each in its own transaction.
 * A file that was changed after it ran, or a database newer than this program, is refused.
 * @returns the number of the last one
 */
export async function migrate(sql: Sql): Promise<number> {
  await sql`create table if not exists schema_migration (
    name text primary key, sha256 text not null, at timestamptz not null default now())`;
  const files = readMigrations();
  const done = await sql<{ name: string; sha256: string }[]>`select name, sha256 from schema_migration`;
  refuseForeign(done, files);
  const ran = new Set(done.map((row) => row.name));
  for (const file of files.filter(({ name }) => !ran.has(name))) {
    await sql.begin(async (tx) => {
      await tx.unsafe(file.text);
      await tx`insert into schema_migration (name, sha256) values (${file.name}, ${file.sha256})`;
    });
  }
  return Number.parseInt(files.at(-1)?.name ?? '0', 10);
}

function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(new URL(name, FOLDER), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    });
}

function refuseForeign(done: { name: string; sha256: string }[], files: Migration[]): void {
  for (const row of done) {
    const file = files.find(({ name }) => name === row.name);
    if (!file) {
      throw new StartError(
        `The database was made by a newer Planrunde (it knows ${row.name}); start that version, or use another database.`,
      );
    }
    if (file.sha256 !== row.sha256) {
      throw new StartError(
        `The migration ${row.name} was changed after it had run; restore the file, or use another database.`,
      );
    }
  }
}
