import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { appendAuditEvent, verifyAllChains, verifyChain } from '#server/audit/chain.ts';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { linkOf, openLink, openTable, openTestApp } from '../../helpers/app.ts';
import { createServerDatabase, DATABASE_KINDS, type DatabaseKind } from '../../helpers/database.ts';

const MIGRATIONS = new URL('../../../server/db/migrations/', import.meta.url);
/** Written by the version before chains had subjects; hashes are its own. */
const OLD_ENTRIES = JSON.parse(
  readFileSync(new URL('../../fixtures/audit-form-1.json', import.meta.url), 'utf8'),
) as {
  meeting_id: string;
  seq: number;
  at: string;
  type: string;
  body: object;
  prev: string;
  hash: string;
}[];

async function openEmpty(kind: DatabaseKind): Promise<{ sql: Sql; close(): Promise<void> }> {
  if (kind === 'embedded') {
    return openEmbedded(null);
  }
  const { url, drop } = await createServerDatabase();
  const sql = connect(url, 2);
  return { sql, close: () => sql.end({ timeout: 5 }).then(drop) };
}

/** Tables and entries as the version before left them. */
async function plantOldDatabase(sql: Sql): Promise<void> {
  const old = readdirSync(MIGRATIONS).filter((name) => name.endsWith('.sql') && name < '0007');
  for (const name of old.sort()) {
    await sql.begin((tx) => tx.unsafe(readFileSync(new URL(name, MIGRATIONS), 'utf8')));
  }
  await sql`create table schema_migration (name text primary key, sha256 text not null, at timestamptz default now())`;
  for (const name of old) {
    const sha256 = createHash('sha256')
      .update(readFileSync(new URL(name, MIGRATIONS), 'utf8'))
      .digest('hex');
    await sql`insert into schema_migration (name, sha256) values (${name}, ${sha256})`;
  }
  for (const { meeting_id, seq, at, type, body, prev, hash } of OLD_ENTRIES) {
    await sql`insert into audit_event (meeting_id, seq, at, type, body, prev, hash)
      values (${meeting_id}, ${seq}, ${at}, ${type}, ${sql.json({ ...body })}, ${prev}, ${hash})`;
  }
}

describe.each(DATABASE_KINDS)('chains of what happened (%s)', (kind) => {
  it('[ME17] chains of the version before are whole after the migration, and go on', async () => {
    const { sql, close } = await openEmpty(kind);
    await plantOldDatabase(sql);
    await migrate(sql);
    const before = await verifyAllChains(sql);
    const ids = new Set(OLD_ENTRIES.map(({ meeting_id }) => meeting_id));
    expect(before.map(({ subject }) => subject.id).sort()).toEqual([...ids].sort());
    expect(before.every(({ subject, check }) => subject.kind === 'meeting' && check.valid)).toBe(true);
    const last = OLD_ENTRIES.at(-1);
    const id = last?.meeting_id ?? '';
    const count = OLD_ENTRIES.filter(({ meeting_id }) => meeting_id === id).length;
    expect(await verifyChain(sql, { kind: 'meeting', id })).toEqual({
      valid: true,
      entries: count,
      head: last?.hash,
    });
    await sql.begin((tx) =>
      appendAuditEvent(tx, { kind: 'meeting', id }, { type: 'freeze_begun', body: { by: 'd' } }),
    );
    expect(await verifyChain(sql, { kind: 'meeting', id })).toMatchObject({
      valid: true,
      entries: count + 1,
    });
    const forms = await sql`select form from audit_event where subject_id = ${id} order by seq`;
    expect(forms.map((row) => row['form'])).toEqual([...Array(count).fill(1), 2]);
    await close();
  }, 120_000);

  it('[ME17] cases and accounts have chains of their own: made, signed in, signed out, put away', async () => {
    const app = await openTestApp(kind);
    const { sql } = app.database;
    const typesOf = async (subject: string, id: string): Promise<unknown[]> => {
      const rows = await sql`select type from audit_event
        where subject_kind = ${subject} and subject_id = ${id} order by seq`;
      return rows.map((row) => row['type']);
    };
    const account = { name: 'Frau Amt', email: 'amt@amt.example', password: 'lang genug 12345' };
    const id = await app.auth.putAccount(account);
    const browser = app.browser();
    await browser.post('/api/auth/sign-in/email', { email: account.email, password: 'falsch und lang' });
    await browser.post('/api/auth/sign-in/email', { email: account.email, password: account.password });
    await browser.post('/api/auth/sign-out');
    await app.auth.putAccount(account);
    expect(await typesOf('account', id)).toEqual([
      'account_made',
      'signed_in',
      'session_ended',
      'account_changed',
    ]);

    const table = await openTable(app);
    const [first] = await sql<{ id: string }[]>`select id from plan_case`;
    await openLink(app.browser(), linkOf(table.demo, 'leon'));
    await app.demo.reset();
    expect(await typesOf('case', first?.id ?? '')).toEqual(['case_opened', 'case_archived']);
    const all = await verifyAllChains(sql);
    expect(all.filter(({ check }) => !check.valid)).toEqual([]);
    expect(new Set(all.map(({ subject }) => subject.kind))).toEqual(new Set(['account', 'case', 'meeting']));
    const bodies = await sql`select body::text as body from audit_event`;
    expect(bodies.map((row) => row['body']).join(' ')).not.toMatch(/amt@|Frau|Leon/);
    await app.stop();
  });

  it('[ME17] two events of one subject at once get two numbers', async () => {
    const app = await openTestApp(kind);
    const id = await app.auth.putAccount({ name: 'A', email: 'a@amt.example', password: 'lang genug 12345' });
    const { sql } = app.database;
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        sql.begin((tx) =>
          appendAuditEvent(tx, { kind: 'account', id }, { type: 'signed_in', body: { sessionId: `s${n}` } }),
        ),
      ),
    );
    expect(await verifyChain(sql, { kind: 'account', id })).toMatchObject({ valid: true, entries: 9 });
    await app.stop();
  });
});
