import { describe, expect, it } from 'vitest';
import { CHALLENGE_MS, Challenges } from '#server/accounts/passkeys/challenges.ts';

const START = new Date('2030-01-01T10:00:00Z');
const later = (ms: number): Date => new Date(START.getTime() + ms);

describe('questions to a passkey', () => {
  it('[AK12] each is answered once, for what it was asked', () => {
    const challenges = new Challenges();
    const [one, two] = [challenges.make('a', START), challenges.make('a', START)];
    expect(one).not.toBe(two);
    expect(() => challenges.spend(one, 'b', START)).toThrow('passkey_over');
    challenges.spend(one, 'a', START);
    expect(() => challenges.spend(one, 'a', START)).toThrow('passkey_over');
    challenges.spend(two, 'a', later(CHALLENGE_MS - 1));
  });

  it('[AK12] too late, of another process, or changed it is none', () => {
    const challenges = new Challenges();
    const one = challenges.make('a', START);
    expect(() => challenges.spend(one, 'a', later(CHALLENGE_MS))).toThrow('passkey_over');
    expect(() => new Challenges().spend(one, 'a', START)).toThrow('passkey_over');
    const longer = Buffer.from(one, 'base64url');
    longer[18] = 0xff;
    for (const forged of [longer.toString('base64url'), one.slice(0, 40), '', '====']) {
      expect(() => challenges.spend(forged, 'a', START)).toThrow('passkey_over');
    }
    // Other letters for the same bytes are the same question.
    challenges.spend(one, 'a', START);
    expect(() => challenges.spend(`${one}=`, 'a', START)).toThrow('passkey_over');
  });
});
