import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { canonicalBytes, contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { bytesOf, hashOf, readBytes } from '#shared/protocol/versions/canonical-form.ts';
import { continued, frozenForm } from '#shared/protocol/versions/frozen-form.ts';
import { formV3 } from '#shared/protocol/versions/v3/form.ts';
import { contentV3 } from '#shared/protocol/versions/v3/schema.ts';
import { GOLDEN_V1 } from './frozen-v1.ts';
import { GOLDEN_V2 } from './frozen-v2.ts';
import { GOLDEN_V3 } from './frozen-v3.ts';
import { firstContent, secondContent } from './leon.ts';
import { germanReport } from './report/german.ts';
import { contentOf, SAID } from './voices.ts';
import { tableOf, WRITTEN } from './whose/table.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Everything that stands as own words in a version, as it is told. */
function quotesIn(content: ProtocolContent): string[] {
  return germanReport(content)
    .sections.flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'goal' ? block.goal.goals.map(({ quote }) => quote) : []))
    .filter(Boolean);
}

describe.each(GOLDEN_V3)('a version frozen in form 3: $name', ({ bytes, sha256 }) => {
  it('[PR6] reads, is written again byte for byte, and has the hash under which it was signed', () => {
    expect(text(bytesOf(formV3, parseCanonical(bytes)))).toBe(text(bytes));
    expect(contentHash(bytes, parseCanonical(bytes).schemaVersion)).toBe(sha256);
    expect(contentHash(bytes, 2)).not.toBe(sha256);
  });
});

describe('form 3', () => {
  it('[PR6] is what versions are frozen in: equal plans give the bytes of then', () => {
    const made = {
      first: firstContent(),
      second: secondContent(),
      voices: contentOf(SAID),
      whose: tableOf(WRITTEN).content,
    };
    expect(
      Object.fromEntries(
        Object.entries(made).map(([name, content]) => [name, text(canonicalBytes(content))]),
      ),
    ).toEqual(Object.fromEntries(GOLDEN_V3.map(({ name, bytes }) => [name, text(bytes)])));
  });

  it('[PR80] [PR20] says who has written own words, and the next meeting knows it still', () => {
    const content = tableOf(WRITTEN).content;
    expect(quotesIn(content)).toEqual([
      'Leon: „Eigenes 0 Wort“',
      '„Eigenes 1 Wort“ (aufgeschrieben von Frau Seidel, Wunsch von Leon)',
      '„Eigenes 2 Wort“ (aufgeschrieben von Leon, Wunsch von Frau Wegner)',
      '„Eigenes 3 Wort“ (aufgeschrieben von Frau Seidel)',
      '„Eigenes 4 Wort“ (Wunsch von Herrn Krüger)',
    ]);
    const carried = planSeedFrom(content).goals[0]?.children ?? [];
    expect(carried.map(({ writer }) => writer)).toEqual(['p-leon', 'p-seidel', 'p-leon', 'p-seidel', null]);
  });

  it('[PR80] own words of the forms before are told as they were signed', () => {
    for (const { bytes } of [...GOLDEN_V1, ...GOLDEN_V2].filter(({ name }) => name === 'first')) {
      expect(quotesIn(parseCanonical(bytes))).toEqual([
        'Leon: „Ich will, dass es zu Hause nicht immer knallt.“',
      ]);
    }
  });
});

describe('a form that somebody adds tomorrow', () => {
  const { leitziel: _, ...kept } = contentV3.shape;
  const formV4 = frozenForm(
    {
      schemaVersion: 4,
      hashDomain: 'planrunde-protocol-v4\0',
      schema: z.strictObject({ ...kept, schemaVersion: z.literal(4), aim: z.optional(z.string()) }),
    },
    continued(formV3, ({ leitziel, ...content }) => ({ ...content, ...(leitziel ? { aim: leitziel } : {}) })),
  );

  it('[PR6] reads every older version in its own shape, under the hash of then', () => {
    expect(formV4.readers.map(({ schemaVersion }) => schemaVersion)).toEqual([4, 3, 2, 1]);
    for (const { bytes, sha256 } of [...GOLDEN_V1, ...GOLDEN_V2, ...GOLDEN_V3]) {
      const { schemaVersion, leitziel, ...rest } = parseCanonical(bytes);
      const reader = formV4.readers.find((one) => one.schemaVersion === schemaVersion);
      expect(reader && hashOf(reader, bytes)).toBe(sha256);
      const read = reader && readBytes(reader, bytes);
      expect([read?.schemaVersion, read?.aim]).toEqual([schemaVersion, leitziel]);
      expect(read).toMatchObject(rest);
    }
  });
});
