import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patiently } from '../../../client/app/patiently.ts';

describe('parts that are loaded later', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('[UI78] what cannot be loaded is tried again, and comes when the line is back', async () => {
    let tried = 0;
    const loaded = patiently(async () => {
      tried += 1;
      if (tried < 3) {
        throw new TypeError('Failed to fetch dynamically imported module');
      }
      return 'the part';
    });
    await vi.runAllTimersAsync();
    expect(await loaded).toBe('the part');
    expect(tried).toBe(3);
  });

  it('[UI78] what stays away is an error in the end, so that the page can say so', async () => {
    let tried = 0;
    const loaded = patiently(async () => {
      tried += 1;
      throw new TypeError('gone');
    });
    const failed = expect(loaded).rejects.toThrow('gone');
    await vi.runAllTimersAsync();
    await failed;
    expect(tried).toBe(4);
  });
});
