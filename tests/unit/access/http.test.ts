import { describe, expect, it } from 'vitest';
import { createRateLimit } from '#server/access/rate-limit.ts';
import { addressOf } from '#server/http/guards.ts';
import { preferredLanguage } from '#server/http/language.ts';

describe('around a request', () => {
  it('[AC11] an address is the socket’s, whatever the client writes; a proxy’s word counts only where one stands', () => {
    expect(addressOf('10.0.0.7', '1.2.3.4', 0)).toBe('10.0.0.7');
    expect(addressOf('10.0.0.7', '1.2.3.4, 5.6.7.8', 1)).toBe('5.6.7.8');
    expect(addressOf('10.0.0.7', '9.9.9.9, 1.2.3.4, 5.6.7.8', 2)).toBe('1.2.3.4');
    expect(addressOf('10.0.0.7', undefined, 1)).toBe('10.0.0.7');
  });

  it('[AC11] what is too often is refused until the window is over', () => {
    let now = 0;
    const limit = createRateLimit(3, 1000, () => now);
    for (let turn = 0; turn < 3; turn++) {
      expect(limit.allows('a')).toBe(true);
      limit.count('a');
    }
    expect(limit.allows('a')).toBe(false);
    expect(limit.allows('b')).toBe(true);
    now = 1000;
    expect(limit.allows('a')).toBe(true);
  });

  it('[AC11] many addresses do not fill the memory', () => {
    let now = 0;
    const limit = createRateLimit(1, 1000, () => now);
    for (let key = 0; key < 50_000; key++) {
      limit.count(String(key));
    }
    // The newest are still known.
    expect(limit.allows('49999')).toBe(false);
    now = 5000;
    expect(limit.allows('49999')).toBe(true);
  });

  it('[AC10] the language is the first one wanted that we speak, else German', () => {
    expect(preferredLanguage(undefined)).toBe('de');
    expect(preferredLanguage('fr-FR, en-GB;q=0.8, de;q=0.5')).toBe('en');
    expect(preferredLanguage('en;q=0.2, de;q=0.9')).toBe('de');
    expect(preferredLanguage('en;q=0')).toBe('de');
    expect(preferredLanguage('!!;q=x,,')).toBe('de');
  });
});
