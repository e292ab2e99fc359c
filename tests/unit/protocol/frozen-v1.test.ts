import { describe, expect, it } from 'vitest';
import { DomainError } from '#server/access/domain-error.ts';
import { errorBody } from '#server/http/errors.ts';
import { exportJson } from '#server/protocol/export/json.ts';
import { frozenContent } from '#server/protocol/frozen-content.ts';
import { canonicalBytes, contentHash, parseCanonical } from '#shared/protocol/canonical.ts';
import { planSeedFrom } from '#shared/protocol/carry.ts';
import { CanonicalError } from '#shared/protocol/versions/canonical-error.ts';
import { GOLDEN_EXPORT, GOLDEN_V1 } from './frozen-v1.ts';
import { firstContent, secondContent } from './leon.ts';
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
    expect(text(canonicalBytes(parseCanonical(bytes)))).toBe(text(bytes));
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
  it('[PR6] is what versions are frozen in: equal plans still give the bytes of then', () => {
    expect(text(canonicalBytes(firstContent()))).toBe(text(golden('first')));
    expect(text(canonicalBytes(secondContent()))).toBe(text(golden('second')));
  });

  it('[PR6] is exported as it always was', () => {
    const content = parseCanonical(golden('second'));
    const file = exportJson({ content, version: versionOf(content), signoffs: SIGNOFFS });
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
    for (const version of ['2', '0', '1000']) {
      const error = failing(withSchema(version));
      expect(error).toBeInstanceOf(CanonicalError);
      expect(error).toMatchObject({ reason: 'unknown_form', where: 'schemaVersion' });
    }
  });

  it('[PR6] is told as that in words, whoever asks for the version', () => {
    expect(() => frozenContent(withSchema('2'))).toThrow(new DomainError('unknown_form'));
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
