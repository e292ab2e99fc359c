import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { StartError } from '#server/config.ts';
import { openDatabase } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import { DATABASE_KINDS, openTestDatabase } from '../../helpers/database.ts';

const folders: string[] = [];
function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'planrunde-test-'));
  folders.push(made);
  return made;
}
afterEach(() => {
  for (const made of folders.splice(0)) {
    rmSync(made, { recursive: true, force: true });
  }
});

describe.each(DATABASE_KINDS)('database (%s)', (kind) => {
  it('[OP1] migrations run once and a second start changes nothing', async () => {
    const database = await openTestDatabase(kind);
    try {
      await migrate(database.sql);
      const rows = await database.sql`select name from schema_migration order by name`;
      expect(rows.map((row) => row['name'])).toContain('0001_start.sql');
    } finally {
      await database.close();
    }
  });

  it('[OP2] a changed or unknown migration is refused in a sentence', async () => {
    const database = await openTestDatabase(kind);
    try {
      await database.sql`update schema_migration set sha256 = 'x' where name = '0001_start.sql'`;
      await expect(migrate(database.sql)).rejects.toThrow(/was changed after it had run/);
      await database.sql`delete from schema_migration`;
      await database.sql`insert into schema_migration (name, sha256) values ('9999_future.sql', 'x')`;
      await expect(migrate(database.sql)).rejects.toThrow(/newer Planrunde/);
    } finally {
      await database.close();
    }
  });

  it('[SG3] a protocol version can be neither changed nor deleted, whatever the code does', async () => {
    const database = await openTestDatabase(kind);
    try {
      await plantVersion(database.sql);
      await expect(database.sql`update protocol_version set sha256 = 'b'`).rejects.toThrow(/never changed/);
      await expect(database.sql`delete from protocol_version`).rejects.toThrow(/never deleted/);
      await database.sql`update protocol_version set sealed_at = now()`;
      await expect(
        database.sql`update protocol_version set sealed_at = now() + interval '1 day'`,
      ).rejects.toThrow(/never changed/);
    } finally {
      await database.close();
    }
  });
});

describe('embedded database', () => {
  it('[OP3] keeps what it has over a restart and refuses a second opener in words', async () => {
    const at = folder();
    const first = await openEmbedded(at);
    await first.sql`create table t (x int)`;
    await first.sql`insert into t values (7)`;
    await expect(openEmbedded(at)).rejects.toThrow(
      /in use by process \d+; stop it, or choose another folder/,
    );
    await first.close();
    const second = await openEmbedded(at);
    expect(await second.sql`select x from t`).toEqual([{ x: 7 }]);
    await second.close();
  });

  it('[OP3] takes over the lock of a process that is gone', async () => {
    const at = folder();
    writeFileSync(join(at, 'planrunde.lock'), '4194303 1\n');
    const opened = await openEmbedded(at);
    await opened.close();
  });
});

describe('PostgreSQL', () => {
  it('[OP4] an unreachable server gives one sentence with the mend', async () => {
    const opening = openDatabase({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' });
    await expect(opening).rejects.toThrow(StartError);
    await expect(opening).rejects.toThrow(/cannot be reached/);
  });
});

async function plantVersion(sql: Awaited<ReturnType<typeof openTestDatabase>>['sql']): Promise<void> {
  await sql`insert into organisation (id, name, kind) values ('o', 'Amt', 'oeffentlicher_traeger')`;
  await sql`insert into plan_case (id, label, reference, authority_id, index_person_id, status, opened_on)
    values ('c', 'Fall', 'AZ', 'o', 'p', 'hilfe_laeuft', '2026-01-01')`;
  await sql`insert into person (id, case_id, first_name, display_name, initials)
    values ('p', 'c', 'Leon', 'Leon', 'Le')`;
  await sql`insert into meeting (id, case_id, number, type, date, start_time, end_time, mode, place, moderator_id, phases)
    values ('m', 'c', 1, 'aufstellung', '2026-01-01', '10:00', '11:00', 'praesenz', 'hier', 'p', ${sql.json([])})`;
  await sql`insert into protocol_version (id, meeting_id, number, code, content, sha256, frozen_at)
    values ('v', 'm', '1.0', 'AA-BBB', '\\x00', 'a', now())`;
}
