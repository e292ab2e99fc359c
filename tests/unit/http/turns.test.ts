import { describe, expect, it } from 'vitest';
import { createTurns } from '#server/http/turns.ts';

/** Whoever has a turn has begun. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A line in which everybody does what ends when the test says so. */
function openLine() {
  const take = createTurns();
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  return {
    begun,
    order(name: string, { key = 'here', first = false } = {}): Promise<void> {
      return take({ key, who: name.slice(0, 1), first }, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.set(name, resolve));
      });
    },
    async end(name: string): Promise<void> {
      ends.get(name)?.();
      await settled();
    },
  };
}

describe('commands of one meeting', () => {
  it('[OP21] go in the order in which they came, one place kept free; other meetings do not wait', async () => {
    const { begun, order, end } = openLine();
    const all = ['a1', 'b1', 'c1', 'd1'].map((name) => order(name));
    await settled();
    expect(begun).toEqual(['a1', 'b1']);
    all.push(order('x1', { key: 'there' }));
    await settled();
    expect(begun).toEqual(['a1', 'b1', 'x1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'x1', 'c1']);
    for (const name of ['b1', 'c1', 'x1', 'd1']) {
      await end(name);
    }
    await Promise.all(all);
  });

  it('[OP21] who leads never waits for the others, and three are done at once', async () => {
    const { begun, order, end } = openLine();
    const all = ['a1', 'a2', 'a3'].map((name) => order(name));
    all.push(...['l1', 'l2', 'l3'].map((name) => order(name, { first: true })));
    await settled();
    expect(begun).toEqual(['a1', 'a2', 'l1']);
    await end('a1');
    expect(begun).toEqual(['a1', 'a2', 'l1', 'l2']);
    await end('l1');
    await end('l2');
    expect(begun).toEqual(['a1', 'a2', 'l1', 'l2', 'l3', 'a3']);
    for (const name of ['a2', 'a3', 'l3']) {
      await end(name);
    }
    await Promise.all(all);
  });

  it('[OP21] who has brought many along lets the others in between', async () => {
    const { begun, order, end } = openLine();
    const names = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'c1', 'b2'];
    const all = names.map((name) => order(name));
    await settled();
    for (let at = 0; at < names.length; at++) {
      await end(begun[at] ?? '');
    }
    await Promise.all(all);
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'a4', 'b2', 'a5']);
  });

  it('[OP21] one that fails hands its turn on; what is too much of one is refused, and nobody else', async () => {
    const take = createTurns();
    let fail: () => void = () => undefined;
    const failing = new Promise<void>((_resolve, reject) => {
      fail = () => reject(new Error('it failed'));
    });
    const flood = { key: 'here', who: 'flood' };
    const all = Array.from({ length: 62 }, () => take(flood, () => failing));
    const outcome = Promise.allSettled(all);
    await expect(take(flood, () => failing)).rejects.toMatchObject({ code: 'rate_limited' });
    const other = take({ key: 'here', who: 'other' }, async () => 'done');
    fail();
    expect(await other).toBe('done');
    expect((await outcome).every(({ status }) => status === 'rejected')).toBe(true);
    expect(await take(flood, async () => 'free again')).toBe('free again');
  });
});
