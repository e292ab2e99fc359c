import { expect } from 'vitest';
import * as Y from 'yjs';
import { createPgStore } from '#server/sync/log/pg-store.ts';
import { presenceFrame, updateFrame } from '#server/sync/wire/frames.ts';
import type { TestDatabase } from '../../../helpers/database.ts';
import { scribble } from '../../../helpers/plan-doc.ts';
import { RawClient } from '../../../helpers/raw-client.ts';
import { type SyncClient, saved, until } from '../../../helpers/sync-server.ts';
import { EVIL_CLIENT, GENEROUS, joined, open, plant, type Row, write } from './scene.ts';

/** Rows of what somebody does with messages that are none the worse for themselves. */
export const CONDUCT: Row[] = [
  {
    row: '13, 14',
    rule: 'SY14',
    input: 'awareness under Anna’s client id with another name, and a role of its own making in the own slot',
    expected: 'passed over; everybody is shown with the server’s name, and with nothing else',
    async run({ evil, anna, server, plan }) {
      anna.provider.awareness.setLocalState({ selected: 'g' });
      const ben = await joined(server, plan, 'ben');
      const shown = (): Map<number, Record<string, unknown>> => ben.provider.awareness.getStates() as never;
      await until(() => shown().has(anna.doc.clientID), 'Anna is shown');
      const client = await evil();
      const state = { user: { name: 'Jugendamt' }, name: 'Anna', role: 'jugendamt', selected: 'x' };
      client.send(presenceFrame([{ clientId: anna.doc.clientID, clock: 2 ** 31, state }]));
      client.send(presenceFrame([{ clientId: EVIL_CLIENT, clock: 1, state }]));
      await until(() => shown().has(EVIL_CLIENT), 'the youth is shown');
      expect(shown().get(EVIL_CLIENT)).toEqual({
        selected: 'x',
        user: expect.objectContaining({ participationId: `${plan}-youth`, name: `${plan}-youth` }),
      });
      expect(shown().get(anna.doc.clientID)?.['user']).toMatchObject({ name: `${plan}-anna` });
      ben.destroy();
    },
  },
  {
    row: '18a',
    rule: 'SY12',
    input: 'small valid updates as fast as they go, without an end',
    expected: 'closed with 4429; what was acknowledged is kept; another meeting’s edits take no longer',
    async run({ database, plan }) {
      const [noisy, other] = [`${plan}-noisy`, `${plan}-other`];
      await plant(database, noisy);
      await plant(database, other);
      const server = await open(database, noisy, { floodMs: 1_000, floodEndMs: 3_000 });
      try {
        const quiet = await joined(server, other, 'anna');
        const usual = await usualSave(quiet, 20);
        const flood = await new RawClient(`${server.urlOf(`${noisy}-youth`)}/${noisy}`).open();
        const { doc, updates } = typist();
        let sent = 0;
        const timer = setInterval(() => {
          for (let n = 0; n < 50 && flood.socket.bufferedAmount < 1_000_000; n++) {
            scribble(doc, ++sent);
            flood.send(updateFrame(updates.shift() ?? new Uint8Array()));
          }
        }, 10);
        const during = await usualSave(quiet, 20);
        expect(await flood.untilClosed(20_000)).toBe(4429);
        clearInterval(timer);
        expect(sent).toBeGreaterThan(2_000);
        expect(during).toBeLessThan(usual * GENEROUS + 50);
        // The first message is the empty answer; the rest count up from 1.
        const kept = Y.getState((await readDoc(database, noisy)).store, doc.clientID);
        expect(kept).toBeGreaterThanOrEqual(flood.acked - 1);
        expect(flood.nacks).toEqual([]);
        quiet.destroy();
      } finally {
        await server.close();
      }
    },
  },
  {
    row: '18b',
    rule: 'SY12',
    input: 'a large paste, and a burst of 400 edits from somebody who goes on typing fast',
    expected: 'all of it is kept; nobody is closed',
    async run({ anna }) {
      write(anna, 'lang '.repeat(3_900));
      for (let n = 0; n < 400; n++) {
        scribble(anna.doc, n, `d${n % 50}`);
      }
      for (let n = 0; n < 100; n++) {
        scribble(anna.doc, n, 'typing');
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      await until(() => anna.acked() === anna.sent(), 'everything is acknowledged', 20_000);
      expect([...anna.closes, ...anna.nacks]).toEqual([]);
    },
  },
  {
    row: '26a',
    rule: 'DU5',
    input: 'a freeze that ends between the version and the state, and is asked for again',
    expected: 'none the first time, everything the second',
    async run({ server, database: { sql }, plan, anna }) {
      const freeze = (end: () => void) =>
        server.hub.withCommittedDocument(plan, async (tx) => {
          await tx`update document_update set bytes = bytes where document_id = ${plan}`;
          await tx`update document set state = 'frozen' where id = ${plan}`;
          end();
        });
      const stop = (): void => {
        throw new Error('the process ended');
      };
      await expect(freeze(stop)).rejects.toThrow('the process ended');
      const stateOf = async () => (await sql`select state from document where id = ${plan}`)[0]?.['state'];
      expect(await stateOf()).toBe('open');
      write(anna, 'Noch offen');
      await saved(anna);
      await freeze(() => undefined);
      expect(await stateOf()).toBe('frozen');
      await sql`update document set state = 'open' where id = ${plan}`;
      await server.hub.refresh(plan);
    },
  },
];

/** A document whose every change becomes an update. */
function typist(): { doc: Y.Doc; updates: Uint8Array[] } {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  return { doc, updates };
}

/** What a save takes, in milliseconds: the median of so many. */
async function usualSave(client: SyncClient, count: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < count; n++) {
    const started = performance.now();
    scribble(client.doc, n);
    await saved(client);
    took.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return took.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

async function readDoc({ sql }: TestDatabase, plan: string): Promise<Y.Doc> {
  const stored = await createPgStore(sql).read(plan);
  const doc = new Y.Doc();
  if (stored?.compacted) {
    Y.applyUpdateV2(doc, stored.compacted.bytes);
  }
  for (const { bytes } of stored?.tail ?? []) {
    Y.applyUpdate(doc, bytes);
  }
  return doc;
}
