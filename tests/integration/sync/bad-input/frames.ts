import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import { readFrame, step1Frame } from '#server/sync/wire/frames.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { seededRandom } from '../../../helpers/random.ts';
import { until } from '../../../helpers/sync-server.ts';
import { guardContext, type Row, SEED } from './scene.ts';

/** Rows of what is no message, or none of this wire. */
export const FRAMES: Row[] = [
  {
    row: '1a',
    rule: 'SY8',
    input: 'an empty frame, one byte, random bytes',
    expected: 'closed with 4400 or refused as malformed',
    async run({ evil }) {
      const random = seededRandom(SEED);
      const noise = Array.from({ length: 30 }, () =>
        Uint8Array.from({ length: 1 + random.below(4_000) }, () => random.below(256)),
      );
      for (const frame of [new Uint8Array(), Uint8Array.of(0), ...noise]) {
        const client = await evil();
        client.send(frame);
        await until(
          () => client.closed !== null || client.nacks.length > 0 || client.frames > 5,
          'an answer',
        );
        expect(client.closed ?? client.nacks[0], `seed ${SEED}`).toSatisfy(
          (end: unknown) => end === 4400 || end === 'malformed' || end === undefined,
        );
        client.end();
      }
    },
  },
  {
    row: '1b',
    rule: 'SY8',
    input: '100 000 random frames and updates of up to 4 kB',
    expected: 'nothing throws, nothing passes, memory stays flat',
    async run() {
      const random = seededRandom(SEED);
      const doc = new Y.Doc();
      const pool = Uint8Array.from({ length: 65_536 }, () => random.below(256));
      const before = heapAfterGc();
      const kinds = new Set<string>();
      for (let n = 0; n < 100_000; n++) {
        const at = random.below(60_000);
        const bytes = pool.subarray(at, at + 1 + (n % 20 === 0 ? random.below(4_000) : random.below(60)));
        const frame = readFrame(bytes);
        const verdict = judge(frame?.type === 'edit' ? frame.update : bytes, guardContext(doc));
        kinds.add(verdict.kind);
      }
      expect([...kinds].filter((kind) => kind === 'pass')).toEqual([]);
      expect(heapAfterGc() - before).toBeLessThan(20_000_000);
    },
  },
  {
    row: '2',
    rule: 'SY8',
    input: 'a text frame',
    expected: 'closed with 4400',
    async run({ evil }) {
      const client = await evil();
      client.send('hello');
      expect(await client.untilClosed()).toBe(4400);
    },
  },
  {
    row: '3',
    rule: 'SY8',
    input:
      'message types that do not exist: 4, 99, 2^53, those of the server, and messages cut short or too long',
    expected: 'closed with 4400',
    async run({ evil }) {
      const large = Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255);
      const types = [Uint8Array.of(4), Uint8Array.of(99, 1, 2), large, Uint8Array.of(MESSAGE.state, 0)];
      const cut = [Uint8Array.of(0, 2, 5, 1), Uint8Array.of(0, 0, 3, 255, 255, 255)];
      const long = Uint8Array.of(MESSAGE.flushed, 1);
      for (const frame of [...types, ...cut, long]) {
        const client = await evil();
        client.send(frame);
        expect(await client.untilClosed(), String(frame)).toBe(4400);
      }
    },
  },
  {
    row: '12',
    rule: 'SY8',
    input: 'a state vector of more than 64 kB, and one that is noise',
    expected: 'closed with 4400',
    async run({ evil }) {
      const vector = Y.encodeStateVector(new Map(Array.from({ length: 20_000 }, (_, n) => [n + 1, 1])));
      expect(vector.length).toBeGreaterThan(LIMITS.stateVectorBytes / 2);
      const long = new Uint8Array(LIMITS.stateVectorBytes + 1);
      for (const bad of [long, Uint8Array.of(200, 1, 2)]) {
        const client = await evil();
        client.send(step1Frame(bad));
        expect(await client.untilClosed()).toBe(4400);
      }
    },
  },
];

/** Bytes of the heap that are still in use. */
function heapAfterGc(): number {
  setFlagsFromString('--expose_gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
