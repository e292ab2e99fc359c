import { randomBytes } from 'node:crypto';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { migratedImage } from './database/image.ts';

/** The two databases that everything must work on. */
export const DATABASE_KINDS = ['embedded', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** `npm run test:long` sets it: more seeds, more faults, and both databases for everything. */
export const LONG_RUN = process.env['TEST_LONG'] === '1';

/**
 * Use cases run on the embedded database, which hangs where a query waits beside its own transaction;
 * what depends on the database runs on both, and everything does in the long run.
 */
export const USE_CASE_KINDS: readonly DatabaseKind[] = LONG_RUN ? DATABASE_KINDS : ['embedded'];

/** The browser tells its story on the database of real homes. */
export const STORY_KINDS: readonly DatabaseKind[] = LONG_RUN ? DATABASE_KINDS : ['postgres'];

/** A fresh, migrated database of its own; `close` leaves nothing behind. */
export interface TestDatabase {
  kind: DatabaseKind;
  sql: Sql;
  /** For a server process of its own; null where the database lives in this process. */
  url: string | null;
  close(): Promise<void>;
}

/** A PostgreSQL server on which tests may make databases. */
export function testServerUrl(): string {
  return process.env['TEST_DATABASE_URL'] || 'postgres://root@127.0.0.1:5432/postgres';
}

/** Opens a fresh database. Where PostgreSQL is missing it fails and says how to get one. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  if (kind === 'embedded') {
    return openMemory();
  }
  const database = await openOnServer();
  await migrate(database.sql);
  return database;
}

async function openMemory(): Promise<TestDatabase> {
  const { sql, close } = await openEmbedded(null, await migratedImage());
  return { kind: 'embedded', sql, url: null, close };
}

/** Makes an empty database on the server and gives its address; drop it with the returned function. */
export async function createServerDatabase(
  serverUrl = testServerUrl(),
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `planrunde_test_${randomBytes(6).toString('hex')}`;
  const admin = connect(serverUrl, 1);
  try {
    await admin.unsafe(`create database ${name}`);
  } catch (error) {
    await admin.end();
    throw new Error(
      `PostgreSQL 15 or newer is needed at ${serverUrl} (${(error as Error).message}). ` +
        'On Debian: apt-get install postgresql; or set TEST_DATABASE_URL to a server whose user may create databases.',
    );
  }
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const drop = async (): Promise<void> => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    await admin.end();
  };
  return { url: url.href, drop };
}

async function openOnServer(): Promise<TestDatabase> {
  const { url, drop } = await createServerDatabase();
  const sql = connect(url, 4);
  const close = async (): Promise<void> => {
    await sql.end({ timeout: 5 });
    await drop();
  };
  return { kind: 'postgres', sql, url, close };
}
