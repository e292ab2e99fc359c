import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { planKind } from '#shared/documents/plan/kind.ts';
import { MAP_PARTS, type MapPart } from '#shared/documents/plan/roots.ts';
import { type Random, seededRandom } from '../../../helpers/random.ts';
import { attack, goOnWith, put, serverDoc } from './hostile-client.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 20261121);

const VALUES: readonly unknown[] = [
  ...[5, -1, 1e308, 0.5, true, null, '', 'x', '\t', 'a\nb', '2026-13-45', 'p-leon', 'erreicht', 'erledigt'],
  ...[[], {}, [[]], [null, '!!!'], [null, 'zz'], ['hz-1', 'a0'], [null, `A${'0'.repeat(26)}`], [null, 'b0']],
  ...[{ by: 1 }, { by: 'p-leon', at: 'never' }, ['p-leon', 5], 'e\u0301'.repeat(10), [1e9, -1e9]],
];
/** Ids that a field named after one may end in. */
const KEYED_BY = ['p-leon', 'hz-1', '__proto__', 'x'];

/** A field of this part with what belongs there, now and then with what does not. */
function fieldOf(random: Random, part: MapPart): [key: string, value: unknown] {
  const root = planKind.roots[part];
  const { fields = {}, keyed = [] } = root?.holds === 'records' ? root : {};
  const named = keyed.map((prefix) => `${prefix}${random.pick(KEYED_BY)}`);
  const key = random.pick([...Object.keys(fields), ...named]) ?? 'x';
  const text = random.pick(['x', '\t', 'a\nb', '\ud800', 'x'.repeat(19_000), '\u0344'.repeat(19_000)]);
  const isText = (fields[key] === 'text') !== (random.below(20) === 0);
  return [key, isText ? new Y.Text(text) : random.pick(VALUES)];
}

function scribble(random: Random, doc: Y.Doc): void {
  const id = random.pick([
    'hz-1',
    `n${random.below(50)}`,
    'x'.repeat(64),
    'leitziel',
    'advice',
    'next_review',
  ]);
  const part = random.pick(MAP_PARTS) ?? 'goals';
  put(doc, part, id ?? 'x', Object.fromEntries(Array.from({ length: 5 }, () => fieldOf(random, part))));
}

describe('what a hostile client can leave in a plan', () => {
  it(`[GU12] whatever passes the guard can be read, added to and frozen (seed ${SEED})`, () => {
    const random = seededRandom(SEED);
    let passed = 0;
    for (let round = 0; round < 150; round++) {
      const server = serverDoc();
      for (let edit = 0; edit < 8; edit++) {
        passed += attack(server, (doc) => scribble(random, doc)).kind === 'pass' ? 1 : 0;
      }
      goOnWith(server);
    }
    // A test that only ever refuses would prove nothing.
    expect(passed).toBeGreaterThan(200);
  }, 120_000);
});
