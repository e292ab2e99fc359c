import { describe, expect, it } from 'vitest';
import { isAside, REMIND_MS, remindersOf } from '../../../client/meeting/people/waiting.ts';

const MINUTE = 60_000;
const since = '2026-03-10T16:00:00.000Z';
const at = (minutes: number): number => Date.parse(since) + minutes * MINUTE;
const waits = {
  deviceId: 'd',
  participationId: 'p',
  person: null,
  role: 'bildschirm',
  since,
  secondDevice: false,
} as const;

describe('[UI44] nobody is forgotten in the lobby', () => {
  it('calls somebody to mind once for each full five minutes', () => {
    expect(REMIND_MS).toBe(5 * MINUTE);
    expect([-1, 0, 4.99, 5, 9.9, 10, 16].map((minutes) => remindersOf(waits, at(minutes)))).toEqual([
      0, 0, 0, 1, 1, 2, 3,
    ]);
  });

  it('keeps somebody aside for five minutes and no longer', () => {
    expect(isAside(undefined, at(0))).toBe(false);
    expect(isAside(at(0), at(4.99))).toBe(true);
    expect(isAside(at(0), at(5))).toBe(false);
  });
});
