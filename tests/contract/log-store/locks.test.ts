import { describe, expect, it } from 'vitest';
import { createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { openTestDatabase } from '../../helpers/database.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';
import { bytes, SEED } from './benches.ts';

describe('log store on a real server', () => {
  it('[DU4] an append that waits for a freeze sees the frozen state, and the number stays gapless', async () => {
    const database = await openTestDatabase('postgres');
    try {
      const { sql } = database;
      const store = createPgStore(sql);
      await plantMeeting(sql, 'plan', []);
      await sql.begin((tx) =>
        insertDocument(tx, { id: 'plan', kind: 'plan', meetingId: 'plan', seed: SEED }),
      );
      const plan = await store.claim('plan');
      const epoch = plan?.epoch ?? -1;
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const freezing = sql.begin(async (tx) => {
        await tx`update document set state = 'frozen', next_seq = next_seq where id = 'plan'`;
        await held;
      });
      const appending = store.append([{ documentId: 'plan', epoch, update: bytes(1), claims: [] }]);
      await waitForLock(sql);
      release();
      await freezing;
      expect(await appending).toEqual([{ kind: 'locked' }]);
      expect((await store.read('plan'))?.nextSeq).toBe(2);
    } finally {
      await database.close();
    }
  });
});

/** Returns when somebody waits for a row; otherwise the test runs into its time limit. */
async function waitForLock(sql: Awaited<ReturnType<typeof openTestDatabase>>['sql']): Promise<void> {
  for (;;) {
    const waiting = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) {
      return;
    }
  }
}
