import { describe, expect, it } from 'vitest';
import { createCalendar } from '#server/example/calendar.ts';

describe('dates of the example', () => {
  it('[ME8] the second meeting is today and all days keep their distance', () => {
    const calendar = createCalendar('2026-03-10', '2026-11-21');
    expect(calendar.day('2026-03-10')).toBe('2026-11-21');
    expect(calendar.day('2025-09-16')).toBe('2026-05-30');
    expect(calendar.inWords('2026-01-30')).toBe('13. Oktober 2026');
    expect(calendar.inDigits('2025-09-12')).toBe('26.05.2026');
    expect(calendar.withoutYear('2025-10-09')).toBe('22. Juni');
  });

  it('[ME8] ends of months stay ends of months and before the meeting', () => {
    const calendar = createCalendar('2026-03-10', '2026-11-21');
    expect(calendar.monthEnd('2026-02')).toBe('2026-10-31');
    expect(calendar.month('2026-02')).toBe('Oktober 2026');
    const leap = createCalendar('2026-03-10', '2028-03-31');
    expect(leap.monthEnd('2026-02')).toBe('2028-02-29');
    const january = createCalendar('2026-03-10', '2027-01-02');
    expect(january.monthEnd('2026-02')).toBe('2026-12-31');
    expect(january.monthName('2026-02')).toBe('Dezember');
  });
});
