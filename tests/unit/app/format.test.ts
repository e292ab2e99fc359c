import { describe, expect, it } from 'vitest';
import { formatDay } from '../../../client/app/format.ts';

describe('[UI68] days as the office counts them', () => {
  it('an instant after midnight is told of the day that began', () => {
    // Half past midnight in Berlin, in winter and in summer.
    expect(formatDay('2026-11-28T23:30:00.000Z', 'de-DE', 'long')).toBe('29. November 2026');
    expect(formatDay('2026-06-12T22:30:00.000Z', 'de-DE', 'long')).toBe('13. Juni 2026');
  });

  it('a calendar day is that day, and what is none stays as it is', () => {
    expect(formatDay('2026-11-28', 'de-DE')).toBe('28. November');
    expect(formatDay('bald', 'de-DE')).toBe('bald');
    expect(formatDay('Tag T', 'de-DE')).toBe('Tag T');
  });
});
