import { describe, expect, it } from 'vitest';
import type { ViolationKind } from './checker.ts';
import { runFaults } from './suite.ts';
import { WEAKNESSES, type Weakness } from './weak.ts';

const SEED = 1;
/** Rounds go on for so long where the weakness does not show at once. */
const MS = 60_000;

/** Each weakness, the fault that brings it to light, and what the checker then must say. */
const PROOFS: readonly [Weakness, string, readonly ViolationKind[]][] = [
  ['early-ack', 'server killed', ['acked-lost', 'honest-refused']],
  ['no-epoch', 'second process beside', ['replicas-differ', 'acked-lost', 'log-damaged']],
  ['no-deletes', 'erasing', ['forbidden-taken']],
  ['no-origin', 'another origin', ['foreign-origin']],
  ['half-shown', 'line cut', ['own-torn']],
  ['no-walls', 'line cut', ['own-told']],
];

describe('the fault suite sees a server that is wrong on purpose', () => {
  it.each(PROOFS)('[DU11] %s, by "%s"', async (weakness, only, kinds) => {
    const lines: string[] = [];
    const { violations } = await runFaults({
      seed: SEED,
      ms: MS,
      database: 'postgres',
      weakness,
      only,
      untilViolation: true,
      say: (line) => lines.push(line),
    });
    const seen = new Set(violations.map(({ kind }) => kind));
    expect(
      kinds.some((kind) => seen.has(kind)),
      `a server that ${WEAKNESSES[weakness]} passed:\n${lines.join('\n')}`,
    ).toBe(true);
  });

  it('has a proof for every weakness', () => {
    expect(PROOFS.map(([weakness]) => weakness).sort()).toEqual(Object.keys(WEAKNESSES).sort());
  });
});
