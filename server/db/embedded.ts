import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import postgres from 'postgres';
import { lockFolder } from './lock.ts';
import { asSql, POSTGRES_TYPES, type Sql } from './sql.ts';

/** An opened embedded database. */
export interface Embedded {
  sql: Sql;
  /** All of it as a tar, to begin another one from. */
  image(): Promise<Blob>;
  close(): Promise<void>;
}

/**
 * Opens the embedded database behind a unix socket, so that all code speaks to it as to any
 * PostgreSQL. It is for trying out: its fsync does nothing, so a power cut may lose what was saved.
 * @param folder data folder, or null for one in memory (tests)
 * @param image what a fresh one begins from; without it, from an empty database
 */
export async function openEmbedded(folder: string | null, image?: Blob): Promise<Embedded> {
  const unlock = folder === null ? () => {} : lockFolder(folder);
  const socketFolder = mkdtempSync(join(tmpdir(), 'planrunde-'));
  try {
    const place = folder === null ? 'memory://' : join(folder, 'pg');
    const database = await PGlite.create(place, image ? { loadDataDir: image } : {});
    const path = join(socketFolder, '.s.PGSQL.5432');
    const server = new PGLiteSocketServer({ db: database, path });
    await server.start();
    // One connection: the embedded database has one session, a second one would wait for ever.
    const sql = asSql(
      postgres({
        path,
        user: 'postgres',
        database: 'postgres',
        max: 1,
        idle_timeout: 0,
        max_lifetime: null,
        types: POSTGRES_TYPES,
        fetch_types: false,
        onnotice: () => {},
      }),
    );
    const close = async (): Promise<void> => {
      await sql.end({ timeout: 5 });
      await server.stop();
      await database.close();
      rmSync(socketFolder, { recursive: true, force: true });
      unlock();
    };
    return { sql, image: () => database.dumpDataDir('none'), close };
  } catch (error) {
    rmSync(socketFolder, { recursive: true, force: true });
    unlock();
    throw error;
  }
}
