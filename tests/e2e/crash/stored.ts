import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/embedded.ts';
import type { Sql } from '#server/db/sql.ts';
import { docOf } from '#server/sync/log/committed.ts';
import { createPgStore } from '#server/sync/log/pg-store.ts';
import { flatten, readGoals } from '#shared/documents/plan/goals.ts';
import { PLAN_RULES } from '../../helpers/plan-doc.ts';
import type { ServerProcess } from '../../helpers/server-process.ts';

/** The goals of a fresh replica, from the database alone. The server must be down. */
export async function storedSentences(server: ServerProcess): Promise<string[]> {
  const { sql, close } = await openStored(server);
  try {
    const [plan] = await sql<{ id: string }[]>`
      select d.id from demo_case c join document d on d.meeting_id = c.meeting_id and d.kind = 'plan'
      where c.archived_at is null`;
    const stored = await createPgStore(sql).read(plan?.id ?? '');
    if (!stored) {
      throw new Error('the database has no plan');
    }
    return flatten(readGoals(docOf(stored, PLAN_RULES))).map(({ sentence }) => sentence);
  } finally {
    await close();
  }
}

/** The database as the killed server left it; of the embedded one a copy, so that the server recovers by itself. */
async function openStored(server: ServerProcess): Promise<{ sql: Sql; close(): Promise<void> }> {
  if (server.databaseUrl) {
    const sql = connect(server.databaseUrl, 1);
    return { sql, close: () => sql.end({ timeout: 5 }) };
  }
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-copy-'));
  cpSync(join(server.dataDir, 'database'), folder, { recursive: true });
  const { sql, close } = await openEmbedded(folder);
  return {
    sql,
    close: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
