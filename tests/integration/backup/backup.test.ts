import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openKeep } from '#server/backup/keep.ts';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { readGeneration } from '#server/db/generation.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { runBackupCommand } from '../../helpers/database/backup-commands.ts';
import { createServerDatabase } from '../../helpers/database.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';

describe('backup and restore of a PostgreSQL database', () => {
  let server: ServerProcess;
  let fresh: Awaited<ReturnType<typeof createServerDatabase>>;
  let folder: string;
  let archive: string;
  let meetingId: string;
  const env = (): Record<string, string> => ({ DATA_DIR: server.dataDir, DATABASE_URL: fresh.url });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'planrunde-backup-'));
    archive = join(folder, 'planrunde.tar');
    server = await startServer('postgres', { EXAMPLE: 'on' });
    fresh = await createServerDatabase();
  }, 180_000);
  afterAll(async () => {
    await server?.close();
    await fresh?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('[RE10] an archive is made while the server serves; one that is there is not written over', async () => {
    const own = { DATA_DIR: server.dataDir, DATABASE_URL: server.databaseUrl ?? '' };
    expect(await runBackupCommand('backup', own, archive)).toMatchObject({ code: 0, err: '' });
    expect((await runBackupCommand('backup', own, archive)).err).toMatch(/is there already/);
    const sql = connect(server.databaseUrl ?? '', 1);
    meetingId =
      (await sql<{ id: string }[]>`select id from meeting where date = (select max(date) from meeting)`)[0]
        ?.id ?? '';
    await server.room(2);
    // A version that was frozen and given out after the archive was made.
    openKeep(join(server.dataDir, 'keep'), (await readGeneration(sql)).id).noteVersion(meetingId, 3);
    await sql.end();
    await server.kill();
  }, 120_000);

  it('[RE11] an archive that was changed, or none at all, is put in nowhere', async () => {
    const damaged = join(folder, 'damaged.tar');
    const bytes = readFileSync(archive);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 255;
    writeFileSync(damaged, bytes);
    expect((await runBackupCommand('restore', env(), damaged)).err).toMatch(/is damaged: the checksum/);
    writeFileSync(damaged, 'no archive');
    expect((await runBackupCommand('restore', env(), damaged)).err).toMatch(/is no archive/);
    expect((await runBackupCommand('restore', env(), join(folder, 'none.tar'))).err).toMatch(
      /There is no file/,
    );
    expect((await runBackupCommand('restore', { ...env(), DATABASE_URL: '' }, archive)).err).toMatch(
      /of a PostgreSQL server/,
    );
  }, 120_000);

  it('[RE11] it is put into an empty database only', async () => {
    expect(await runBackupCommand('restore', env(), archive)).toMatchObject({ code: 0, err: '' });
    expect((await runBackupCommand('restore', env(), archive)).err).toMatch(/is not empty/);
  }, 120_000);

  it('[RE12] what was put in serves nobody until "restored" has run', async () => {
    await expect(startAgain()).rejects.toThrow(/put in from a backup\. Run "npm run restored" once/);
    const said = await runBackupCommand('restored', env());
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toMatch(/^This is generation 2 of the database/);
    expect(said.out).toContain(`meeting ${meetingId}`);
    expect(said.out).toMatch(/VERSIONS UP TO \d+\.3 WERE GIVEN/);
    const sql = connect(fresh.url, 1);
    expect(await open(sql)).toEqual({ devices: 0, links: 0, sessions: 0 });
    expect(
      await sql`select next_version from meeting where id = ${meetingId}`.then(
        (rows) => rows[0]?.['next_version'],
      ),
    ).toBe(4);
    await sql.end();
    const again = await startAgain();
    await again.close();
  }, 180_000);

  it('[RE13] an older state that came by another way is recognised by what is kept beside the database', async () => {
    const sql = connect(fresh.url, 1);
    await sql`update generation set mark = mark - 1`;
    await expect(startAgain()).rejects.toThrow(
      /holds less than it did \(generation 2, mark \d+; seen were 2 and/,
    );
    await sql`update generation set mark = mark + 1, number = 1`;
    await expect(startAgain()).rejects.toThrow(/holds less than it did \(generation 1/);
    expect((await runBackupCommand('restored', env())).out).toMatch(/^This is generation 3 /);
    expect((await runBackupCommand('restored', { ...env(), KEEP_DIR: join(folder, 'lost') })).err).toMatch(
      /nothing is kept of this database/,
    );
    const said = await runBackupCommand(
      'restored',
      { ...env(), KEEP_DIR: join(folder, 'lost') },
      '--without-kept',
    );
    expect(said.code).toBe(0);
    const [row] = await sql`select min(next_version) as least from meeting`;
    expect(row?.['least']).toBeGreaterThanOrEqual(100);
    await sql.end();
  }, 240_000);

  /** The server on the database that the archive was put into. */
  function startAgain(): Promise<ServerProcess> {
    const keep = join(server.dataDir, 'keep');
    return startServer('postgres', { DATABASE_URL: fresh.url, KEEP_DIR: keep, EXAMPLE: 'off' });
  }
});

describe('backup and restore of the embedded database', () => {
  it('[RE10] [RE11] [RE12] goes the same way while it serves nobody', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planrunde-backup-'));
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const made = await openEmbedded(join(from, 'database'));
    await migrate(made.sql);
    await made.sql`insert into organisation (id, name, kind) values ('o', 'Amt', 'jugendamt')`;
    const archive = join(folder, 'planrunde.tar');
    const own = { DATA_DIR: from, DATABASE_URL: '' };
    expect((await runBackupCommand('backup', own, archive)).err).toMatch(/is in use by process/);
    await made.close();
    expect(await runBackupCommand('backup', own, archive)).toMatchObject({ code: 0, err: '' });
    expect((await runBackupCommand('restore', own, archive)).err).toMatch(/a database in .* already/);
    expect(await runBackupCommand('restore', { ...own, DATA_DIR: to }, archive)).toMatchObject({
      code: 0,
      err: '',
    });
    cpSync(join(from, 'keep'), join(to, 'keep'), { recursive: true });
    expect(await runBackupCommand('restored', { ...own, DATA_DIR: to })).toMatchObject({ code: 0, err: '' });
    const there = await openEmbedded(join(to, 'database'));
    expect(await there.sql`select name from organisation`).toMatchObject([{ name: 'Amt' }]);
    expect(await readGeneration(there.sql)).toMatchObject({ number: 2, isPutIn: false });
    await there.close();
    rmSync(folder, { recursive: true, force: true });
  }, 180_000);
});

async function open(sql: Sql): Promise<unknown> {
  const [row] = await sql<{ devices: number; links: number; sessions: number }[]>`select
    (select count(*)::int from device where state in ('asked', 'waiting', 'admitted')) as devices,
    (select count(*)::int from join_link where revoked_at is null) as links,
    (select count(*)::int from "session") as sessions`;
  return { ...row };
}
