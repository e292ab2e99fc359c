import { describe, expect, it } from 'vitest';
import { createTurns } from '#server/http/turns.ts';

describe('commands of one meeting', () => {
  it('[OP21] go three at a time, in the order in which they came; other meetings do not wait', async () => {
    const take = createTurns();
    const begun: string[] = [];
    const ends: (() => void)[] = [];
    const order = (key: string, name: string): Promise<void> =>
      take(key, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.push(resolve));
      });
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => order('here', name));
    expect(begun).toEqual(['a', 'b', 'c']);
    all.push(order('there', 'x'));
    expect(begun).toEqual(['a', 'b', 'c', 'x']);
    ends.shift()?.();
    await all[0];
    expect(begun).toEqual(['a', 'b', 'c', 'x', 'd']);
    for (let end = ends.shift(); end; end = ends.shift()) {
      end();
      await new Promise((resolve) => setTimeout(resolve));
    }
    await Promise.all(all);
    expect(begun.at(-1)).toBe('e');
  });

  it('[OP21] one that fails hands its turn on, and what is too much is refused', async () => {
    const take = createTurns();
    let fail: () => void = () => undefined;
    const failing = new Promise<void>((_resolve, reject) => {
      fail = () => reject(new Error('it failed'));
    });
    const all = Array.from({ length: 63 }, () => take('here', () => failing));
    const outcome = Promise.allSettled(all);
    await expect(take('here', () => failing)).rejects.toMatchObject({ code: 'rate_limited' });
    fail();
    expect((await outcome).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await take('here', async () => 'free again')).toBe('free again');
  });
});
