import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  changeOfMindUntil,
  onWorkday,
  proposedNextDate,
  proposedThinkUntil,
} from '../../../client/protocol/dates.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('proposed days', () => {
  it('[SG42] seven days to think, over months and leap days', () => {
    expect(proposedThinkUntil('2026-03-10')).toBe('2026-03-17');
    expect(proposedThinkUntil('2028-02-25')).toBe('2028-03-03');
    expect(proposedThinkUntil('2026-12-28')).toBe('2027-01-04');
  });

  it('[SG42] a change of mind until 14 days after sealing, before that after freezing', () => {
    expect(changeOfMindUntil('2026-03-10', null)).toBe('2026-03-24');
    expect(changeOfMindUntil('2026-03-10', '2026-03-12')).toBe('2026-03-26');
  });

  it('[SG43] six months later, on a workday, and never a day that the calendar lacks', () => {
    expect(proposedNextDate('2026-03-10', undefined, '2026-03-10')).toBe('2026-09-10');
    // 12 September 2026 is a Saturday, 13 September a Sunday.
    expect(proposedNextDate('2026-03-12', undefined, '2026-03-12')).toBe('2026-09-14');
    expect(proposedNextDate('2026-03-13', undefined, '2026-03-13')).toBe('2026-09-14');
    expect(addMonths('2026-08-31', 6)).toBe('2027-02-28');
    expect(addMonths('2027-08-31', 6)).toBe('2028-02-29');
  });

  it('[SG43] the day agreed in the plan goes first, unless it has passed', () => {
    expect(proposedNextDate('2026-03-10', '2026-09-15', '2026-03-10')).toBe('2026-09-15');
    expect(proposedNextDate('2026-03-10', '2026-02-01', '2026-03-10')).toBe('2026-09-10');
  });

  it('[SG43] an old meeting proposes a day in the future', () => {
    fc.assert(
      fc.property(day, day, (meeting, today) => {
        const next = proposedNextDate(meeting, undefined, today);
        const weekday = new Date(`${next}T00:00:00Z`).getUTCDay();
        return next > today && next > meeting && weekday !== 0 && weekday !== 6;
      }),
    );
  });

  it('[SG43] a workday stays, a weekend becomes the Monday after it', () => {
    fc.assert(
      fc.property(day, (any) => {
        const moved = onWorkday(any);
        return moved >= any && moved <= addDays(any, 2) && onWorkday(moved) === moved;
      }),
    );
  });
});
