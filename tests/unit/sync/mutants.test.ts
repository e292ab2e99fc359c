import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { planDoc } from '#server/sync/committed.ts';
import { judge } from '#server/sync/guard.ts';
import { addAgreement } from '#shared/plan/arrangements.ts';
import { addGoal, moveGoal, setGoalText } from '#shared/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/plan/plan.ts';
import { ORIGIN } from '#shared/plan/records.ts';
import { addResource } from '#shared/plan/resources.ts';
import { PLAN_PARTS, type PlanPart } from '#shared/plan/roots.ts';
import { appendParagraphs } from '#shared/plan/texts.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import {
  type RawPlace,
  type RawStruct,
  rawAny,
  rawString,
  rawType,
  rawUpdate,
} from '../../helpers/evil-updates.ts';
import { shapeFaults } from '../../helpers/plan-shape.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';

const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_261_121;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 2_500);
const BEN = 202;
const FORBIDDEN: readonly PlanPart[] = ['resources', 'text:anlass'];

/** A plan, and edits of Ben to it, some over parts that are not his. */
function table(): { base: Uint8Array; updates: Uint8Array[] } {
  const ben = planDoc();
  ben.clientID = BEN;
  Y.applyUpdate(ben, seedPlan({ ...EMPTY_SEED, leitziel: 'Zusammen', texts: { anlass: ['Darum', 'Und'] } }));
  addGoal(ben, null, { id: 'a', textOwn: 'Pünktlich 😀 sein' }, ORIGIN.list);
  addGoal(ben, 'a', { id: 'b', textOwn: 'Wecker' }, ORIGIN.list);
  addResource(ben, { id: 'r', domain: 'sozial', title: 'Oma' }, ORIGIN.list);
  const base = Y.encodeStateAsUpdate(ben);
  const updates: Uint8Array[] = [];
  const changes: (() => void)[] = [
    () => setGoalText(ben, 'a', 'textOwn', 'Sehr pünktlich', ORIGIN.text),
    () => addGoal(ben, 'a', { id: 'c', textOwn: 'Neu' }, ORIGIN.list),
    () => moveGoal(ben, 'b', null, ORIGIN.board),
    () => addAgreement(ben, 'Wir rufen an', ORIGIN.list),
    () => appendParagraphs(ben, 'bedarf', ['Ruhe'], ORIGIN.text),
    () => setGoalText(ben, 'a', 'textOwn', '', ORIGIN.text),
    () => addResource(ben, { domain: 'sozial', title: 'Tante' }, ORIGIN.list),
    () => ben.getXmlFragment('text:anlass').delete(0, 1),
  ];
  for (const change of changes) {
    const before = Y.encodeStateVector(ben);
    change();
    updates.push(Y.encodeStateAsUpdate(ben, before));
  }
  return { base, updates };
}

/** One to four bytes changed, left out, doubled or added; sometimes a piece of another update. */
function mutated(update: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const bytes = [...update];
  for (let changes = 1 + random.below(4); changes > 0; changes--) {
    const at = random.below(bytes.length);
    switch (random.below(5)) {
      case 0:
        bytes[at] = random.below(256);
        break;
      case 1:
        bytes[at] = ((bytes[at] ?? 0) + (random.below(2) === 0 ? 1 : 255)) % 256;
        break;
      case 2:
        bytes.splice(at, 1);
        break;
      case 3:
        bytes.splice(at, 0, random.below(256));
        break;
      default:
        bytes.splice(
          at,
          random.below(8),
          ...other.slice(random.below(other.length)).slice(0, random.below(8)),
        );
    }
  }
  return Uint8Array.from(bytes);
}

/** A well-formed update with structs and deletions at places chosen by chance, most of them wrong. */
function madeUp(server: Y.Doc, random: Random): Uint8Array {
  const ids = [...server.store.clients.values()]
    .flat()
    .map(({ id, length }): [number, number] => [id.client, id.clock + random.below(length)]);
  const clock = Y.getState(server.store, BEN);
  const made = Array.from({ length: 1 + random.below(4) }, (_, index) => {
    const own = (): [number, number] => [BEN, clock + random.below(index + 1)];
    const id = (): [number, number] => (random.below(3) === 0 ? own() : (random.pick(ids) ?? [BEN, 0]));
    return madeUpStruct(random, madeUpPlace(random, id));
  });
  const deletions = Array.from({ length: random.below(2) }, () => {
    const [client, at] = random.pick(ids) ?? [BEN, 0];
    return { client, ranges: [[at, 1 + random.below(3)] as [number, number]] };
  });
  // Some begin before the end of what is held: their head is repeated.
  const start = random.below(6) === 0 ? Math.max(0, clock - random.below(3)) : clock;
  return rawUpdate([{ client: BEN, clock: start, structs: made }], deletions);
}

function madeUpPlace(random: Random, id: () => [number, number]): RawPlace {
  const key = random.pick(['textOwn', 'place', 'x', 'a', undefined, undefined]);
  switch (random.below(4)) {
    case 0:
      return { root: random.pick(PLAN_PARTS) ?? 'goals', ...(key ? { key } : {}) };
    case 1:
      return { parent: id(), ...(key ? { key } : {}) };
    case 2:
      return { origin: id() };
    default:
      return { origin: id(), right: id() };
  }
}

function madeUpStruct(random: Random, place: RawPlace): RawStruct {
  switch (random.below(5)) {
    case 0:
      return rawAny([random.pick([1, 'x', null, { a: [1] }, [null, 'a0']])], place);
    case 1:
      return rawType(random.below(3), place);
    case 2:
      return rawType(3, place, random.pick(['paragraph', 'hardBreak']));
    case 3:
      return rawType(6, place);
    default:
      return rawString(random.pick(['x', 'lang', '😀']) ?? '', place);
  }
}

/** Everything a part holds, deleted or not, as Yjs would give it to others. */
function contentOf(doc: Y.Doc, part: PlanPart): string {
  return JSON.stringify(part.startsWith('text:') ? doc.getXmlFragment(part) : doc.getMap(part));
}

describe('mutants', () => {
  it(`[GU9] what passes the guard can be applied, keeps the shape and stays in its parts (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const { base, updates } = table();
    const writable = new Set(PLAN_PARTS.filter((part) => !FORBIDDEN.includes(part)));
    const counts = { pass: 0, refuse: 0, other: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const upto = random.below(updates.length);
      const server = planDoc();
      Y.applyUpdate(server, base);
      for (const update of updates.slice(0, upto)) {
        Y.applyUpdate(server, update);
      }
      const update =
        round % 2 === 0
          ? madeUp(server, random)
          : mutated(updates[upto] as Uint8Array, random.pick(updates) as Uint8Array, random);
      const before = FORBIDDEN.map((part) => contentOf(server, part));
      const verdict = judge(update, {
        doc: server,
        participationId: 'ben',
        ownerOf: (client) => (client === BEN ? 'ben' : undefined),
        writable,
        open: true,
        full: false,
        limits: { fieldChars: LIMITS.fieldChars, recordsPerPart: 100 },
      });
      if (verdict.kind === 'pass' || verdict.kind === 'nothing') {
        counts.pass++;
        const state = Y.encodeStateVector(server);
        const other = planDoc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(server));
        server.on('update', (told: Uint8Array) => Y.applyUpdate(other, told));
        if (verdict.kind === 'pass') {
          Y.applyUpdate(server, verdict.update);
        }
        const where = `round ${round}, FUZZ_SEED=${SEED}`;
        expect(shapeFaults(server), where).toEqual([]);
        expect(
          FORBIDDEN.map((part) => contentOf(server, part)),
          where,
        ).toEqual(before);
        if (verdict.kind === 'nothing') {
          expect(Y.encodeStateVector(server), where).toEqual(state);
        }
      } else {
        counts[verdict.kind === 'refuse' ? 'refuse' : 'other']++;
      }
      server.destroy();
    }
    // A test that only ever refuses would prove nothing.
    expect(counts.pass).toBeGreaterThan(ROUNDS / 50);
    expect(counts.refuse).toBeGreaterThan(ROUNDS / 5);
  }, 300_000);

  it(`[GU9] noise never throws, never spoils the plan and costs little (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const server = planDoc();
    Y.applyUpdate(server, table().base);
    const started = performance.now();
    const before = Y.encodeStateAsUpdate(server);
    for (let round = 0; round < 5_000; round++) {
      const noise = Uint8Array.from({ length: 1 + random.below(300) }, () => random.below(256));
      const verdict = judge(noise, {
        doc: server,
        participationId: 'ben',
        ownerOf: () => undefined,
        writable: new Set(PLAN_PARTS),
        open: true,
        full: false,
        limits: { fieldChars: LIMITS.fieldChars, recordsPerPart: 100 },
      });
      expect(['refuse', 'gap', 'nothing', 'pass']).toContain(verdict.kind);
      if (verdict.kind === 'pass') {
        Y.applyUpdate(server, verdict.update);
        expect(shapeFaults(server)).toEqual([]);
      }
    }
    expect(before.length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
