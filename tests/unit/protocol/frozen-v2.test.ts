import { describe, expect, it } from 'vitest';
import { CanonicalError, canonicalBytes, contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import { compareVersions } from '#shared/protocol/compare.ts';
import { bytesOf } from '#shared/protocol/versions/canonical-form.ts';
import { formV2 } from '#shared/protocol/versions/v2/form.ts';
import { GOLDEN_V1 } from './frozen-v1.ts';
import { GOLDEN_V2 } from './frozen-v2.ts';
import { firstContent, secondContent } from './leon.ts';
import { contentOf, SAID } from './voices.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const golden = (wanted: string): Uint8Array =>
  GOLDEN_V2.find(({ name }) => name === wanted)?.bytes ?? new Uint8Array();

describe.each(GOLDEN_V2)('a version frozen in form 2: $name', ({ bytes, sha256 }) => {
  it('[PR6] reads, is written again byte for byte, and has the hash under which it was signed', () => {
    expect(text(bytesOf(formV2, parseCanonical(bytes)))).toBe(text(bytes));
    expect(contentHash(bytes, parseCanonical(bytes).schemaVersion)).toBe(sha256);
    expect(contentHash(bytes, 1)).not.toBe(sha256);
  });
});

describe('form 2', () => {
  it('[PR6] still gives the bytes of then for equal plans, and nothing is frozen in it any more', () => {
    const [first, second] = [firstContent(), secondContent()];
    const previousSha256 = GOLDEN_V2.find(({ name }) => name === 'first')?.sha256;
    const made = { first, second: { ...second, previousSha256 }, voices: contentOf(SAID) };
    expect(
      Object.fromEntries(
        Object.entries(made).map(([name, content]) => [
          name,
          text(bytesOf(formV2, { ...content, schemaVersion: 2 })),
        ]),
      ),
    ).toEqual(Object.fromEntries(GOLDEN_V2.map(({ name, bytes }) => [name, text(bytes)])));
    expect(() => canonicalBytes(parseCanonical(golden('first')))).toThrow(CanonicalError);
  });

  it('[PR6] is compared with versions of form 1, and goes on from them', () => {
    const [old, now] = [GOLDEN_V1, GOLDEN_V2].map((all) => all.find(({ name }) => name === 'first')?.bytes);
    const [before, after] = [
      parseCanonical(old ?? new Uint8Array()),
      parseCanonical(now ?? new Uint8Array()),
    ];
    expect([before.schemaVersion, after.schemaVersion]).toEqual([1, 2]);
    expect(planSeedFrom(before)).toEqual(planSeedFrom(after));
    expect(compareVersions(before, after).every(({ fate }) => fate === 'laeuft_weiter')).toBe(true);
  });
});
