import { describe, expect, it } from 'vitest';
import type { SignoffEntry } from '#shared/api/answers.ts';
import { inTurns } from '#shared/protocol/decisions.ts';
import { otherViews } from '#shared/protocol/views.ts';
import { SIGNOFFS } from './signoffs.ts';

const by = (id: string, decision: string) => ({ person: { id }, decision });

describe('[SG50] several decisions of one person', () => {
  it('stand together, in the order in which they came, people in the order of their first', () => {
    const entries = [
      by('leon', 'a'),
      by('krueger', 'b'),
      by('leon', 'c'),
      by('wegner', 'd'),
      by('leon', 'e'),
    ];
    expect(inTurns(entries).map(({ entry, turn }) => `${entry.person.id} ${turn} ${entry.decision}`)).toEqual(
      ['leon first a', 'leon then c', 'leon then e', 'krueger only b', 'wegner only d'],
    );
    expect(inTurns([])).toEqual([]);
  });
});

describe('[PR30] other views', () => {
  it('of people of whom one decision differs, with all they said; of nobody else', () => {
    const krueger = SIGNOFFS.filter(({ person }) => person.id === 'p-thomas');
    expect(
      otherViews(SIGNOFFS).map(({ entry, turn }) => `${entry.person.id} ${turn} ${entry.decision}`),
    ).toEqual([
      'p-leon only mit_anmerkung',
      'p-thomas first bedenkzeit',
      'p-thomas then nicht_einverstanden',
    ]);
    const cameRound = [...krueger, { ...krueger[0], decision: 'einverstanden' }] as SignoffEntry[];
    expect(otherViews(cameRound).at(-1)?.entry.decision).toBe('einverstanden');
    expect(otherViews(SIGNOFFS.filter(({ decision }) => decision === 'einverstanden'))).toEqual([]);
  });
});
