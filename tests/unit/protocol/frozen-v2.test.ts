import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { canonicalBytes, contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import { compareVersions } from '#shared/protocol/compare.ts';
import { bytesOf, hashOf, readBytes } from '#shared/protocol/versions/canonical-form.ts';
import { continued, frozenForm } from '#shared/protocol/versions/frozen-form.ts';
import { formV2 } from '#shared/protocol/versions/v2/form.ts';
import { contentV2 } from '#shared/protocol/versions/v2/schema.ts';
import { GOLDEN_V1 } from './frozen-v1.ts';
import { GOLDEN_V2 } from './frozen-v2.ts';
import { firstContent, secondContent } from './leon.ts';
import { contentOf, SAID } from './voices.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.each(GOLDEN_V2)('a version frozen in form 2: $name', ({ bytes, sha256 }) => {
  it('[PR6] reads, is written again byte for byte, and has the hash under which it was signed', () => {
    expect(text(bytesOf(formV2, parseCanonical(bytes)))).toBe(text(bytes));
    expect(contentHash(bytes, parseCanonical(bytes).schemaVersion)).toBe(sha256);
    expect(contentHash(bytes, 1)).not.toBe(sha256);
  });
});

describe('form 2', () => {
  it('[PR6] is what versions are frozen in: equal plans give the bytes of then', () => {
    const made = { first: firstContent(), second: secondContent(), voices: contentOf(SAID) };
    expect(
      Object.fromEntries(
        Object.entries(made).map(([name, content]) => [name, text(canonicalBytes(content))]),
      ),
    ).toEqual(Object.fromEntries(GOLDEN_V2.map(({ name, bytes }) => [name, text(bytes)])));
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

describe('a form that somebody adds tomorrow', () => {
  const { leitziel: _, ...kept } = contentV2.shape;
  const formV3 = frozenForm(
    {
      schemaVersion: 3,
      hashDomain: 'planrunde-protocol-v3\0',
      schema: z.strictObject({ ...kept, schemaVersion: z.literal(3), aim: z.optional(z.string()) }),
    },
    continued(formV2, ({ leitziel, ...content }) => ({ ...content, ...(leitziel ? { aim: leitziel } : {}) })),
  );

  it('[PR6] reads every older version in its own shape, under the hash of then', () => {
    expect(formV3.readers.map(({ schemaVersion }) => schemaVersion)).toEqual([3, 2, 1]);
    for (const { bytes, sha256 } of [...GOLDEN_V1, ...GOLDEN_V2]) {
      const { schemaVersion, leitziel, ...rest } = parseCanonical(bytes);
      const reader = formV3.readers.find((one) => one.schemaVersion === schemaVersion);
      expect(reader && hashOf(reader, bytes)).toBe(sha256);
      const read = reader && readBytes(reader, bytes);
      expect([read?.schemaVersion, read?.aim]).toEqual([schemaVersion, leitziel]);
      expect(read).toMatchObject(rest);
    }
  });
});
