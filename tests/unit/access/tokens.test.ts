import { describe, expect, it } from 'vitest';
import { newSecret, secretHash } from '#server/access/tokens.ts';

describe('secrets of links and devices', () => {
  it('[AC1] are 256 bits of chance: long enough, never the same, no bit preferred', () => {
    const count = 20_000;
    const secrets = Array.from({ length: count }, newSecret);
    expect(new Set(secrets).size).toBe(count);
    expect(secrets.every((secret) => /^[A-Za-z0-9_-]{43}$/.test(secret))).toBe(true);
    const ones = new Array<number>(256).fill(0);
    for (const secret of secrets) {
      for (const [at, byte] of Buffer.from(secret, 'base64url').entries()) {
        for (let bit = 0; bit < 8; bit++) {
          ones[at * 8 + bit] = (ones[at * 8 + bit] ?? 0) + ((byte >> bit) & 1);
        }
      }
    }
    // Six standard deviations: fails by chance once in a million runs of this test.
    const most = count / 2 + 6 * Math.sqrt(count / 4);
    expect(ones.every((sum) => sum < most && sum > count - most)).toBe(true);
  });

  it('[AC1] are stored as SHA-256 only', () => {
    expect(secretHash('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
