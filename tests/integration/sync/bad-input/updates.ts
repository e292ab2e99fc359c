import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { updateFrame } from '#server/sync/wire/frames.ts';
import { rawAny, rawGap, rawItem, rawString, rawType, rawUpdate } from '../../../helpers/evil-updates.ts';
import { RawClient } from '../../../helpers/raw-client.ts';
import { saved, until } from '../../../helpers/sync-server.ts';
import {
  EVIL_CLIENT,
  evilStructs,
  GENEROUS,
  guardContext,
  joined,
  type Row,
  sentences,
  write,
} from './scene.ts';

const bomb = Uint8Array.of(1, 128, 128, 128, 16, 1, 0);

/** Rows of updates that a guard must not let through. */
export const UPDATES: Row[] = [
  {
    row: '4',
    rule: 'GU5',
    input: 'seven bytes that promise 2^25 structs',
    expected: 'refused as malformed in 5 ms, with less than 1 MB',
    async run({ evil }) {
      expect(await (await evil()).answerTo(bomb)).toBe('malformed');
      const doc = new Y.Doc();
      judge(bomb, guardContext(doc));
      const { heapUsed, arrayBuffers } = process.memoryUsage();
      const started = performance.now();
      expect(judge(bomb, guardContext(doc)).kind).toBe('refuse');
      expect(performance.now() - started).toBeLessThan(5 * GENEROUS);
      const after = process.memoryUsage();
      expect(after.heapUsed - heapUsed + after.arrayBuffers - arrayBuffers).toBeLessThan(
        1_000_000 * GENEROUS,
      );
    },
  },
  {
    row: '5',
    rule: 'GU5',
    input: 'updates in the V2 encoding, a V2 bomb among them',
    expected: 'refused as malformed, the process is held up for less than 50 ms',
    async run({ evil, anna }) {
      const v2 = Y.encodeStateAsUpdateV2(anna.doc);
      const cut = v2.slice(0, v2.length / 2);
      const v2Bomb = Uint8Array.of(
        0,
        0,
        5,
        255,
        255,
        255,
        255,
        15,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        255,
        255,
        255,
        255,
        15,
      );
      for (const update of [v2, cut, v2Bomb, Y.encodeStateAsUpdateV2(new Y.Doc())]) {
        expect(await (await evil()).answerTo(update)).toBe('malformed');
        const started = performance.now();
        judge(update, guardContext(anna.doc));
        expect(performance.now() - started).toBeLessThan(50 * GENEROUS);
      }
    },
  },
  {
    row: '6',
    rule: 'GU3',
    input: 'a struct under Anna’s client id, with the clock that she uses next',
    expected: 'refused as foreign_client, her own edit wins, replicas are equal',
    async run({ evil, anna, sentence, server, plan }) {
      const client = await evil();
      const { client: id, clock } = sentence();
      const next = Y.getState(anna.doc.store, anna.doc.clientID);
      const forged = rawUpdate([
        { client: anna.doc.clientID, clock: next, structs: [rawString('x', { origin: [id, clock] })] },
      ]);
      expect(await client.answerTo(forged)).toBe('foreign_client');
      write(anna, 'Von Anna');
      await saved(anna);
      const fresh = await joined(server, plan, 'ben');
      expect(Y.encodeStateVector(fresh.doc)).toEqual(Y.encodeStateVector(anna.doc));
      expect(sentences(fresh)).toEqual(sentences(anna));
      fresh.destroy();
    },
  },
  {
    row: '7',
    rule: 'GU6',
    input: 'a delete set over everybody, from one who only reads and from the youth',
    expected: 'refused as forbidden_part, and as schema because records are never erased',
    async run({ evil, anna }) {
      const all = rawUpdate(
        [],
        [...anna.doc.store.clients.keys()].map((client) => ({
          client,
          ranges: [[0, Y.getState(anna.doc.store, client)] as [number, number]],
        })),
      );
      expect(await (await evil('reader')).answerTo(all)).toBe('forbidden_part');
      expect(await (await evil()).answerTo(all)).toBe('schema');
    },
  },
  ...(['before', 'after'] as const).map(
    (when): Row => ({
      row: `8 ${when} the first full answer`,
      rule: 'GU8',
      input: '3 000 updates with gaps',
      expected: 'twenty refusals, then closed with 4400; less than 200 ms of processor in all',
      async run({ evil, server, plan }) {
        const client =
          when === 'after' ? await evil() : new RawClient(`${server.urlOf(`${plan}-youth`)}/${plan}`);
        await until(() => client.socket.readyState === 1, 'the socket is open');
        const frames = Array.from({ length: 3_000 }, (_, n) =>
          updateFrame(rawUpdate([{ client: EVIL_CLIENT, clock: 5 + n, structs: [rawGap(0, 1)] }])),
        );
        const started = process.cpuUsage();
        for (const frame of frames) {
          client.send(frame);
        }
        // It is read slowly: what comes after the burst takes its time.
        expect(await client.untilClosed(25_000)).toBe(4400);
        const { user, system } = process.cpuUsage(started);
        // Sending and the database are in it too.
        expect((user + system) / 1_000).toBeLessThan(200 * GENEROUS);
        expect(new Set(client.nacks)).toEqual(new Set(['not_causal']));
      },
    }),
  ),
  {
    row: '9',
    rule: 'GU6',
    input: 'an update that makes the root evil, __proto__ or constructor',
    expected: 'refused as forbidden_part',
    async run({ evil }) {
      const client = await evil();
      for (const root of ['evil', '__proto__', 'constructor', 'text:evil', 'section:evil']) {
        expect(await client.answerTo(evilStructs(rawType(1, { root, key: 'x' }))), root).toBe(
          'forbidden_part',
        );
      }
    },
  },
  {
    row: '10',
    rule: 'GU6',
    input: 'one update that touches a part of its own and one that only the server writes',
    expected: 'refused as forbidden_part as a whole, none of it applied',
    async run({ evil, server, plan }) {
      const both = evilStructs(
        rawType(1, { root: 'goals', key: 'mine' }),
        rawType(1, { root: 'people', key: 'x' }),
      );
      expect(await (await evil()).answerTo(both)).toBe('forbidden_part');
      const fresh = await joined(server, plan, 'ben');
      expect(fresh.doc.getMap('goals').has('mine')).toBe(false);
      fresh.destroy();
    },
  },
  {
    row: '11',
    rule: 'GU5',
    input: 'a list in a map, a key in a section, an object in a text, a document, a binary',
    expected: 'refused as schema',
    async run({ evil, sentence }) {
      const { client: id, clock } = sentence();
      const shapes = [
        evilStructs(rawAny([1], { root: 'goals' })),
        evilStructs(rawType(3, { root: 'section:anlass', key: 'x' }, 'paragraph')),
        evilStructs(rawAny([{ a: 1 }], { origin: [id, clock] })),
        evilStructs(rawItem(9, { root: 'agreements', key: 'x' }, (encoder) => rawString('g', {})(encoder))),
        evilStructs(rawItem(3, { root: 'agreements', key: 'x' }, (encoder) => rawString('b', {})(encoder))),
      ];
      const client = await evil();
      for (const shape of shapes) {
        expect(await client.answerTo(shape)).toBe('schema');
      }
    },
  },
];
