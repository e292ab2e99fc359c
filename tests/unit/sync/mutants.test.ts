import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judge } from '#server/sync/guard/guard.ts';
import type { DocumentKind } from '#shared/documents/kind.ts';
import { shapeFaults } from '../../helpers/document-shape.ts';
import { MUTANT_KINDS } from '../../helpers/mutants/kinds.ts';
import {
  ANNA,
  as,
  BEN,
  CEM,
  isPending,
  Meeting,
  NAMES,
  newDocument,
  SERVER,
} from '../../helpers/mutants/meeting.ts';
import { type Material, MUTATORS } from '../../helpers/mutants/mutators.ts';
import { type Random, seededRandom } from '../../helpers/random.ts';
import { clocksOf, itemsByRoot } from '../../helpers/yjs-truth.ts';

const SEED = process.env['FUZZ_SEED'] ? Number(process.env['FUZZ_SEED']) : 20_261_121;
const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 100_000);
/** Rounds on one document before the next one begins. */
const ROUNDS_A_DOCUMENT = 100;

/** What no client takes away: records, on the table or off it, and fields that the server alone writes. */
function lastingOf(doc: Y.Doc, { roots }: DocumentKind): string[] {
  const lasting: string[] = [];
  for (const [name, shape] of Object.entries(roots)) {
    for (const [key, record] of shape.holds === 'records' ? doc.getMap<Y.Map<unknown>>(name) : []) {
      lasting.push(`${name}/${key} ${nameOf(record._item)}`);
      const fixed = (shape.holds === 'records' && shape.fixed) || [];
      lasting.push(...fixed.map((field) => `${name}/${key}.${field} ${nameOf(record._map.get(field))}`));
    }
  }
  return lasting;
}

function nameOf(item: Y.Item | null | undefined): string {
  return item && !item.deleted ? `${item.id.client}/${item.id.clock}` : 'none';
}

interface Count {
  passed: number;
  refused: number;
}

/** One round: Ben sends something; the plan afterwards is compared with the plan before. */
function round(meeting: Meeting, name: string, random: Random, where: string): string[] {
  const { writable } = meeting;
  const { kind } = meeting.kind.rules;
  const author = random.below(4) === 0 ? (random.pick([ANNA, CEM]) ?? ANNA) : BEN;
  const material: Material = {
    random,
    server: meeting.server,
    update: meeting.material(author, random),
    other: meeting.material(random.pick([ANNA, BEN]) ?? BEN, random),
    own: BEN,
    foreign: [ANNA, CEM, SERVER],
    unused: 1_000_000 + random.below(1_000_000),
    roots: meeting.roots,
    keys: meeting.kind.keys,
  };
  const updates = [MUTATORS[name]?.(material) ?? material.update];
  if (random.below(10) === 0) {
    // Sent twice, or with something honest in the same batch.
    updates.push(random.below(2) === 0 ? (updates[0] as Uint8Array) : material.update);
  }
  const before = meeting.truth ?? itemsByRoot(meeting.server);
  const clocks = clocksOf(meeting.server);
  const lasting = lastingOf(meeting.server, kind);
  const outcomes = meeting.take('ben', updates, writable);
  const { server } = meeting;
  const after = itemsByRoot(server);
  meeting.truth = after;
  for (const [client, clock] of clocksOf(server)) {
    if (meeting.owners.get(client) !== 'ben' && clock !== (clocks.get(client) ?? 0)) {
      expect.fail(`${where}: something was written as client ${client}`);
    }
  }
  const isRefused = outcomes.every((outcome) => outcome !== 'kept');
  for (const [root, items] of after) {
    if (items !== before.get(root) && (isRefused || !writable.has(root))) {
      expect.fail(`${where}: ${root} has changed`);
    }
  }
  const left = new Set(isRefused ? lasting : lastingOf(server, kind));
  const gone = lasting.filter((one) => !left.has(one));
  const faults = isRefused ? [] : [...shapeFaults(server, kind), ...gone.map((one) => `${one} is gone`)];
  if (faults.length > 0 || isPending(meeting.follower)) {
    expect.fail(`${where}: ${faults.join()}, or something is pending`);
  }
  return outcomes;
}

describe('mutants', () => {
  it(`[GU9] ${ROUNDS} bad updates change nothing that is forbidden and leave no poison (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    const names = Object.keys(MUTATORS);
    const counts = new Map<string, Count>(names.map((name) => [name, { passed: 0, refused: 0 }]));
    let meeting = new Meeting(random);
    for (let at = 0; at < ROUNDS; at++) {
      const where = `round ${at}, FUZZ_SEED=${SEED}`;
      if (at % ROUNDS_A_DOCUMENT === ROUNDS_A_DOCUMENT - 1) {
        meeting.check(where);
        meeting = new Meeting(random);
      } else if (at % 20 === 0) {
        // Others go on writing, over the whole plan.
        const client = random.pick([ANNA, CEM]) ?? ANNA;
        const theirs = meeting.take(
          NAMES.get(client) ?? '',
          [meeting.honest(client, random)],
          new Set(meeting.roots),
        );
        expect(theirs, where).toEqual(['kept']);
      }
      const name = names[at % names.length] ?? '';
      const count = counts.get(name) as Count;
      for (const outcome of round(meeting, name, random, where)) {
        count[outcome === 'kept' ? 'passed' : 'refused']++;
      }
    }
    // A way that is never refused, or a run that always refuses, would prove nothing.
    for (const [name, { passed, refused }] of counts) {
      expect(refused, `${name}: ${passed} passed`).toBeGreaterThan(ROUNDS / 1_000);
    }
    const passed = [...counts.values()].reduce((sum, count) => sum + count.passed, 0);
    expect(passed).toBeGreaterThan(ROUNDS / 20);
  }, 900_000);

  it.each([
    ...new Set(MUTANT_KINDS),
  ])(`[GU9] noise never throws, never spoils a document and costs little (%#, seed ${SEED})`, (kind) => {
    const random = seededRandom(SEED);
    const server = as(kind, 1, newDocument(kind));
    const started = performance.now();
    for (let at = 0; at < 2_500; at++) {
      const noise = Uint8Array.from({ length: 1 + random.below(300) }, () => random.below(256));
      const verdict = judge(noise, {
        doc: server,
        participationId: 'ben',
        writer: { personId: 'ben', leads: false },
        ownerOf: () => undefined,
        writable: new Set(kind.rules.roots.keys()),
        open: true,
        room: 'free',
        limits: kind.rules.limits,
      });
      expect(['refuse', 'gap', 'nothing', 'pass']).toContain(verdict.kind);
      if (verdict.kind === 'pass') {
        Y.applyUpdate(server, verdict.update);
        expect(shapeFaults(server, kind.rules.kind)).toEqual([]);
      }
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  }, 30_000);
});
