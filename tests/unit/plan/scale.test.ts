import { describe, expect, it } from 'vitest';
import { groupsNow, rowsOf, valuesBefore } from '../../../client/plan/cards/scale.ts';

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
