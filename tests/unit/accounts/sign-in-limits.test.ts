import { describe, expect, it } from 'vitest';
import { SignInLimits } from '#server/accounts/sign-in-limits.ts';

const OFFICE = '192.0.2.1';
const right = async (): Promise<Response> => new Response(null, { status: 200 });
const wrong = async (): Promise<Response> => new Response(null, { status: 401 });

/** Attempts that end when the test says so, in the order in which they began. */
function heldAttempts(limits: SignInLimits) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    order: (address: string, name: string): Promise<Response> =>
      limits.attempt({ email: `${name}@amt.example`, address }, () => {
        begun.push(name);
        return new Promise<void>((resolve) => ends.push(resolve)).then(right);
      }),
    async endAll(): Promise<void> {
      do {
        ends.shift()?.();
        await new Promise((resolve) => setTimeout(resolve));
      } while (ends.length > 0);
    },
  };
}

describe('signing in', () => {
  it('[AC12] an office of forty signs in at once behind one address', async () => {
    const { order, endAll } = heldAttempts(new SignInLimits());
    const all = Array.from({ length: 40 }, (_, at) => order(OFFICE, `person-${at}`));
    await endAll();
    expect((await Promise.all(all)).every(({ ok }) => ok)).toBe(true);
  });

  it('[AC12] of one address sixty wait; whoever comes from elsewhere is next by turns', async () => {
    const { begun, order, endAll } = heldAttempts(new SignInLimits());
    const flood = Array.from({ length: 62 }, (_, at) => order('203.0.113.9', `flood-${at}`));
    await expect(order('203.0.113.9', 'one more')).rejects.toMatchObject({ code: 'rate_limited' });
    const honest = order(OFFICE, 'honest');
    await endAll();
    await Promise.all([...flood, honest]);
    expect(begun.indexOf('honest')).toBeLessThan(5);
  });

  it('[AC11] guesses that wait beside each other count as those that come one by one', async () => {
    const limits = new SignInLimits();
    let tried = 0;
    const guesses = Array.from({ length: 50 }, () =>
      limits.attempt({ email: 'seidel@amt.example', address: '203.0.113.9' }, () => {
        tried++;
        return wrong();
      }),
    );
    const outcome = await Promise.allSettled(guesses);
    expect(tried).toBeLessThanOrEqual(21);
    expect(outcome.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(29);
    const colleague = { email: 'wegner@amt.example', address: '203.0.113.9' };
    expect((await limits.attempt(colleague, right)).ok).toBe(true);
  });
});
