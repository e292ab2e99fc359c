import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '#server/audit/chain.ts';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { createPgFacts, createPgStore } from '#server/sync/log/pg-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { createServerDatabase, DATABASE_KINDS, type DatabaseKind, LONG_RUN } from '../../helpers/database.ts';

/** Everything that the version before documents had written: the example, edits, a freeze, a reopening. */
const BEFORE = readFileSync(new URL('../../fixtures/before-documents.sql', import.meta.url), 'utf8');
const KILLER = new URL('../../helpers/dying/kill-migration.ts', import.meta.url).pathname;

/** A database of the version before; it can be closed and opened again, as a server does. */
interface OldDatabase {
  /** For a process of its own: an address, or a folder. */
  where: string;
  open(): Promise<{ sql: Sql; close(): Promise<void> }>;
  remove(): Promise<void>;
}

async function oldDatabase(kind: DatabaseKind): Promise<OldDatabase> {
  const made = kind === 'embedded' ? inFolder() : await onServer();
  const { sql, close } = await made.open();
  await sql.unsafe(BEFORE);
  await close();
  return made;
}

function inFolder(): OldDatabase {
  const where = mkdtempSync(join(tmpdir(), 'planrunde-before-'));
  return {
    where,
    open: () => openEmbedded(where),
    remove: async () => rmSync(where, { recursive: true, force: true }),
  };
}

async function onServer(): Promise<OldDatabase> {
  const { url, drop } = await createServerDatabase();
  return {
    where: url,
    async open() {
      const sql = connect(url, 1);
      return { sql, close: () => sql.end({ timeout: 5 }) };
    },
    remove: drop,
  };
}

/** Runs migrations in a process of its own that is killed after so many statements of this one. */
function killedAfter(where: string, migration: string, statements: number): Promise<NodeJS.Signals | null> {
  const args = [KILLER, where, migration, String(statements)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', (_code, signal) => resolve(signal)));
}

/** What must hold of the old data in a database that is up to date. */
async function expectWhole(sql: Sql): Promise<void> {
  const plans = await sql<{ id: string; meetingId: string; state: string; seq: number }[]>`
    select id, meeting_id as "meetingId", state, next_seq as seq from document where kind = 'plan' order by state`;
  expect(plans.map(({ state, seq }) => [state, Number(seq)])).toEqual([
    ['open', 6],
    ['sealed', 2],
  ]);
  const hub = createSyncHub({ store: createPgStore(sql), kinds: DOCUMENT_KINDS, facts: createPgFacts(sql) });
  for (const { id, meetingId } of plans) {
    expect(id).not.toBe(meetingId);
    expect(await verifyChain(sql, { kind: 'meeting', id: meetingId })).toMatchObject({ valid: true });
  }
  const sentences = JSON.stringify(await hub.readCommitted(plans[0]?.id ?? '', readPlan));
  for (const words of [
    'Ich will wieder Fußball spielen.',
    'Leon ruft am Montag den Trainer an.',
    'Oma Renate',
  ]) {
    expect(sentences).toContain(words);
  }
  const owners = await sql`
    select d.id, p.meeting_id from document d join participation p on p.id = d.owner_participation
    where d.kind = 'own' and p.person_id is not null`;
  const people =
    await sql`select id from participation where meeting_id = ${plans[0]?.meetingId ?? ''} and person_id is not null`;
  expect(owners.length).toBe(people.length);
  expect(new Set(owners.map((row) => row['meeting_id']))).toEqual(new Set([plans[0]?.meetingId]));
  expect(await hub.readCommitted(String(owners[0]?.['id']), ownKind.read)).toEqual({ cards: [] });
  await hub.close();
  await expectVersions(sql);
}

async function expectVersions(sql: Sql): Promise<void> {
  const versions = await sql<{ number: string; content: Uint8Array; sha256: string }[]>`
    select number, content, sha256 from protocol_version order by number`;
  expect(versions.map(({ number }) => number)).toEqual(['1.0', '2.0']);
  for (const { content, sha256 } of versions) {
    // Read only where they are exactly canonical, and under the hash domain of the form of then.
    expect(contentHash(content, parseCanonical(content).schemaVersion)).toBe(sha256);
  }
}

describe.each(DATABASE_KINDS)('the table of documents, over data of the version before (%s)', (kind) => {
  it('[DU19] plans get ids of their own, with their logs; versions and chains are verified', async () => {
    const old = await oldDatabase(kind);
    const { sql, close } = await old.open();
    await sql`set search_path to public`;
    await migrate(sql);
    await expectWhole(sql);
    const left =
      await sql`select tablename from pg_tables where tablename like 'plan\\_%' or tablename = 'plan'`;
    expect(left.map((row) => row['tablename'])).toEqual(['plan_case']);
    await close();
    await old.remove();
  }, 60_000);

  const killed: [string, number[], (sql: Sql) => Promise<number>][] = [
    ['0007', [1, 8, 12, 16], async (sql) => (await sql`select id from plan`).length],
    ['0008', [1, 5], async (sql) => (await sql`select distinct meeting_id from audit_event`).length],
    ['0009', [1, 5], async (sql) => (await sql`select id from document where kind = 'plan'`).length],
  ];
  // The embedded database keeps one migration whole as it keeps the others; all of them in long runs.
  const tried = kind === 'embedded' && !LONG_RUN ? killed.slice(0, 1) : killed;
  it.each(tried)(
    '[DU19] %s, killed half-way, is finished by the next start',
    async (migration, after, old) => {
      const made = await oldDatabase(kind);
      for (const statements of after) {
        expect(await killedAfter(made.where, migration, statements)).toBe('SIGKILL');
      }
      const { sql, close } = await made.open();
      await sql`set search_path to public`;
      const [last] = await sql`select max(name) as name from schema_migration`;
      expect(String(last?.['name']) < migration).toBe(true);
      const [jobs] = await sql`select to_regclass('job') as name`;
      expect(jobs?.['name']).toBeNull();
      expect(await old(sql)).toBe(2);
      await migrate(sql);
      await expectWhole(sql);
      expect(await sql`select id from job`).toEqual([]);
      await close();
      await made.remove();
    },
    120_000,
  );
});
