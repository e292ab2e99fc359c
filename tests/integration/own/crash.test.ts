import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connect } from '#server/db/database.ts';
import { migrate } from '#server/db/migrate.ts';
import type { Sql } from '#server/db/sql.ts';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { addCard } from '#shared/documents/own/cards.ts';
import { ownKind } from '#shared/documents/own/kind.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { createServerDatabase } from '../../helpers/database.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';

const DYING = new URL('../../helpers/dying/show-and-die.ts', import.meta.url).pathname;

/** Runs the showing in a process that is killed at its n-th query; true when it came to its end. */
function show(...args: string[]): Promise<boolean> {
  const child = spawn(process.execPath, [DYING, ...args], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code === 0)));
}

function cardIn(doc: Y.Doc, id: string): Uint8Array {
  addCard(doc, { id, kind: 'ziel', text: 'Ich will reiten.' }, 'list');
  return Y.encodeStateAsUpdate(doc);
}

/** Whether the card is in the plan, is marked as shown, and was noted: three times the same, or half. */
async function traces(sql: Sql, n: number): Promise<boolean[]> {
  const hub = createSyncHub({ store: createPgStore(sql), kinds: DOCUMENT_KINDS, facts: createPgFacts(sql) });
  const plan = await hub.readCommitted(`plan-${n}`, readPlan);
  const own = await hub.readCommitted(`own-${n}`, ownKind.read);
  const noted = await sql`select id from organisation where id = ${`card-${n}`}`;
  await hub.close();
  return [plan.goals.some(({ id }) => id === `card-${n}`), own.cards[0]?.shown !== null, noted.length === 1];
}

describe('showing a card in a process that is killed', () => {
  it('[OW16] at every query of it, both documents have changed, or neither', async () => {
    const database = await createServerDatabase();
    const sql = connect(database.url, 2);
    await migrate(sql);
    const ends: boolean[] = [];
    for (let n = 1; ends.at(-1) !== true; n++) {
      expect(n).toBeLessThan(30);
      await plantMeeting(sql, `meeting-${n}`, ['leon']);
      const seeds = [
        { id: `plan-${n}`, kind: 'plan', seed: seedPlan(EMPTY_SEED) },
        { id: `own-${n}`, kind: 'own', seed: cardIn(new Y.Doc(), `card-${n}`) },
      ];
      for (const seed of seeds) {
        await sql.begin((tx) => insertDocument(tx, { ...seed, meetingId: `meeting-${n}` }));
      }
      ends.push(
        await show(database.url, `own-${n}`, `plan-${n}`, `card-${n}`, String(n), `meeting-${n}-leon`),
      );
      const found = await traces(sql, n);
      expect(new Set(found).size, `killed at query ${n}: ${found}`).toBe(1);
      if (ends.at(-1)) {
        expect(found[0]).toBe(true);
      }
    }
    // Begin, rows, two numbers, two rows, the note, commit: it was killed at all of them.
    expect(ends.length).toBeGreaterThan(6);
    await sql.end();
    await database.drop();
  }, 120_000);
});
