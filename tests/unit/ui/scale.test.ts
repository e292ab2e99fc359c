import { describe, expect, it } from 'vitest';
import { groupsNow, rowsOf, valuesBefore } from '../../../client/ui/cards/scale.ts';
import { wirePath } from '../../../client/ui/cards/Wire.tsx';

const leon = { name: 'Leon', initials: 'Le', before: 2, now: 4 };
const wegner = { name: 'Frau Wegner', initials: 'We', before: 2, now: 4 };
const krueger = { name: 'Herr Krüger', initials: 'Kr', before: 3, now: 6 };
const aydin = { name: 'Herr Aydın', initials: 'Ay', before: null, now: null };

describe('scale', () => {
  it('[UI62] people with the same value stand together, others beside them, nobody is averaged', () => {
    expect(groupsNow([krueger, leon, wegner, aydin])).toEqual([
      { value: 4, initials: 'Le We' },
      { value: 6, initials: 'Kr' },
    ]);
  });

  it('[UI62] each value of last time is drawn once', () => {
    expect(valuesBefore([krueger, leon, wegner, aydin])).toEqual([2, 3]);
  });

  it('[UI62] initials that would touch stand in rows', () => {
    const words = [
      { x: 10, width: 20 },
      { x: 25, width: 20 },
      { x: 40, width: 20 },
    ];
    expect(rowsOf(words)).toEqual([0, 1, 0]);
  });
});

describe('wire', () => {
  it('is straight between equal heights and turns round otherwise', () => {
    expect(wirePath({ x: 0, y: 10 }, { x: 32, y: 10 })).toBe('M0 10H32');
    expect(wirePath({ x: 0, y: 10 }, { x: 32, y: 110 })).toBe('M0 10H16V98Q16 110 28 110H32');
  });

  it('turns no wider than there is room', () => {
    expect(wirePath({ x: 0, y: 10 }, { x: 32, y: 14 })).toBe('M0 10H16V10Q16 14 20 14H32');
    expect(wirePath({ x: 0, y: 110 }, { x: 32, y: 10 })).toBe('M0 110H16V22Q16 10 28 10H32');
  });
});
