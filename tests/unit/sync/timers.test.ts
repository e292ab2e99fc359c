import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemTimers } from '#server/sync/timers.ts';

const HOUR = 3_600_000;

describe('time of the sync core', () => {
  afterEach(() => vi.useRealTimers());

  it.each([HOUR, -HOUR])('[DU16] does not jump when the clock of the machine is moved by %i ms', (shift) => {
    const before = systemTimers.now();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + shift });
    const passed = systemTimers.now() - before;
    expect(passed).toBeGreaterThanOrEqual(0);
    expect(passed).toBeLessThan(HOUR / 2);
  });
});
