import { describe, expect, it } from 'vitest';
import { DomainError } from '#server/access/domain-error.ts';
import { errorBody } from '#server/http/errors.ts';
import { exportJson } from '#server/protocol/export/json.ts';
import { frozenContent } from '#server/protocol/frozen-content.ts';
import { versionAnswer } from '#shared/api/version-answer.ts';
import { fitting } from '#shared/json.ts';
import { canonicalBytes, contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import { CanonicalError } from '#shared/protocol/versions/canonical-error.ts';
import { bytesOf } from '#shared/protocol/versions/canonical-form.ts';
import { formV1 } from '#shared/protocol/versions/v1/form.ts';
import { GOLDEN_EXPORT, GOLDEN_V1 } from './frozen-v1.ts';
import { firstContent, secondContent } from './leon.ts';
import { germanReport } from './report/german.ts';
import { SIGNOFFS, versionOf } from './signoffs.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const golden = (name: string): Uint8Array => {
  const found = GOLDEN_V1.find((version) => version.name === name);
  if (!found) {
    throw new Error(`there is no frozen version ${name}`);
  }
  return found.bytes;
};

describe.each(GOLDEN_V1)('a version frozen in form 1: $name', ({ bytes, sha256 }) => {
  it('[PR6] reads, and is written again byte for byte', () => {
    expect(text(bytesOf(formV1, parseCanonical(bytes)))).toBe(text(bytes));
    expect(parseCanonical(bytes)).toEqual(JSON.parse(text(bytes)));
  });

  it('[PR6] has the hash under which it was signed', () => {
    expect(contentHash(bytes, parseCanonical(bytes).schemaVersion)).toBe(sha256);
  });

  it('[PR6] can be the start of a next meeting', () => {
    const content = parseCanonical(bytes);
    expect(planSeedFrom(content).resources).toHaveLength(content.resources?.length ?? 0);
  });
});

describe('form 1', () => {
  it('[PR6] still gives the bytes of then for equal plans, and nothing is frozen in it any more', () => {
    const [first, second] = [golden('first'), golden('second')];
    expect(text(bytesOf(formV1, { ...firstContent(), schemaVersion: 1 }))).toBe(text(first));
    const again = { ...secondContent(), schemaVersion: 1, previousSha256: contentHash(first, 1) };
    expect(text(bytesOf(formV1, again))).toBe(text(second));
    expect(() => canonicalBytes(parseCanonical(first))).toThrow(CanonicalError);
  });

  it('[PR6] names no voice, so its texts are drawn without names', () => {
    const content = parseCanonical(golden('second'));
    expect(content.texts?.map(({ section, voice }) => [section, voice])).toEqual([
      ['sicht_kind', undefined],
      ['bedarf', undefined],
    ]);
    const voices = germanReport(content).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'paragraphs' ? [block.voice] : [])),
    );
    expect(voices).toEqual(['', '']);
  });

  it('[PR6] comes to a page by its own reader', () => {
    const content = JSON.parse(text(golden('second')));
    const version = versionOf(parseCanonical(golden('second')));
    const answer = { version, content, signoffs: [], earlier: [] };
    expect(fitting(versionAnswer, answer)?.content).toEqual(parseCanonical(golden('second')));
    const withVoice = { ...content, texts: [{ section: 'anlass', voice: 'p-leon', paragraphs: ['Ja.'] }] };
    expect(fitting(versionAnswer, { ...answer, content: withVoice })).toBeNull();
    expect(fitting(versionAnswer, { ...answer, content: { ...content, schemaVersion: 99 } })).toBeNull();
  });

  it('[PR6] is exported as it always was', () => {
    const content = parseCanonical(golden('second'));
    const version = versionOf(content, null, contentHash(golden('second'), 1));
    const file = exportJson({ bytes: golden('second'), version, signoffs: SIGNOFFS });
    expect(text(file)).toBe(text(GOLDEN_EXPORT));
  });
});

describe('a form that nobody here knows', () => {
  const failing = (bytes: Uint8Array): unknown => {
    try {
      return parseCanonical(bytes);
    } catch (error) {
      return error;
    }
  };
  const withSchema = (value: string): Uint8Array =>
    new TextEncoder().encode(text(golden('first')).replace('"schemaVersion":1', `"schemaVersion":${value}`));

  it('[PR6] is refused as that, and not as damaged content', () => {
    for (const version of ['4', '0', '1000']) {
      const error = failing(withSchema(version));
      expect(error).toBeInstanceOf(CanonicalError);
      expect(error).toMatchObject({ reason: 'unknown_form', where: 'schemaVersion' });
    }
  });

  it('[PR6] is told as that in words, whoever asks for the version', () => {
    expect(() => frozenContent(withSchema('4'))).toThrow(new DomainError('unknown_form'));
    expect(() => frozenContent(withSchema('"1"'))).toThrow(CanonicalError);
    const body = errorBody(new DomainError('unknown_form'), 'de', 'neutral');
    expect(body.message).toContain('neueren Ausgabe von Planrunde');
  });

  it('[PR6] content that names no form is damaged', () => {
    for (const version of ['"1"', 'null', '1.5', '[1]']) {
      expect(failing(withSchema(version))).toMatchObject({ reason: 'schema' });
    }
    expect(failing(new TextEncoder().encode('[]'))).toMatchObject({ reason: 'schema' });
  });
});
