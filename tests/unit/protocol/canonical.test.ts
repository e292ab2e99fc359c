import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CanonicalError,
  canonicalBytes,
  contentHash,
  parseCanonical,
  shortCode,
} from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { firstContent, secondContent } from './leon.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const withLeitziel = (leitziel: string): ProtocolContent => ({ ...firstContent(), leitziel });

function refusal(run: () => unknown): CanonicalError {
  try {
    run();
  } catch (error) {
    if (error instanceof CanonicalError) {
      return error;
    }
    throw error;
  }
  throw new Error('nothing was refused');
}

function shuffled(value: unknown, flip: () => boolean): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => shuffled(item, flip));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, shuffled(item, flip)]);
  return Object.fromEntries(entries.sort(() => (flip() ? 1 : -1)));
}

describe('canonical form', () => {
  it('[PR1] gives the same bytes whatever the order of keys', () => {
    const bytes = decode(canonicalBytes(secondContent()));
    fc.assert(
      fc.property(fc.infiniteStream(fc.boolean()), (flips) => {
        const other = shuffled(secondContent(), () => flips.next().value === true) as ProtocolContent;
        expect(decode(canonicalBytes(other))).toBe(bytes);
      }),
      { numRuns: 30 },
    );
  });

  it('[PR1] gives the same bytes for NFC and NFD', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('ü', 'Å', 'e', '\u0301', 'ß', '学', '👨‍👩‍👧', ' ') }),
        (text) => {
          const composed = canonicalBytes(withLeitziel(text.normalize('NFC')));
          const decomposed = canonicalBytes(withLeitziel(text.normalize('NFD')));
          expect(decode(decomposed)).toBe(decode(composed));
        },
      ),
    );
  });

  it('[PR1] sorts keys and has no white space, as RFC 8785 asks', () => {
    const text = decode(canonicalBytes(firstContent()));
    expect(text.startsWith('{"frozenAt":"2025-09-16T16:14:00.000Z","goals":[{"goals":[{"dueDate":')).toBe(
      true,
    );
    expect(text).toBe(JSON.stringify(JSON.parse(text)));
  });

  it('[PR2] refuses a lone surrogate and names the place, not the text', () => {
    for (const text of ['a\ud83d', '\udc00b', '\ud83d\ud83d\ude00']) {
      const error = refusal(() => canonicalBytes(withLeitziel(text)));
      expect([error.reason, error.where]).toEqual(['lone_surrogate', 'leitziel']);
    }
  });

  it('[PR2] refuses every control character but the line feed', () => {
    for (let code = 0; code < 0xa0; code++) {
      const isControl = code < 0x20 || code >= 0x7f;
      const content = withLeitziel(`a${String.fromCharCode(code)}b`);
      if (isControl && code !== 0x0a) {
        expect(refusal(() => canonicalBytes(content)).reason).toBe('control_character');
      } else {
        expect(parseCanonical(canonicalBytes(content))).toEqual(content);
      }
    }
  });

  it('[PR2] refuses what the closed schema does not know', () => {
    const unknown = { ...firstContent(), mood: 'good' } as unknown as ProtocolContent;
    expect(refusal(() => canonicalBytes(unknown)).reason).toBe('schema');
    const infinite = { ...firstContent(), head: { ...firstContent().head, meetingNumber: Number.NaN } };
    expect(refusal(() => canonicalBytes(infinite)).where).toBe('head.meetingNumber');
  });

  it('[PR3] reads back only exactly canonical bytes', () => {
    const bytes = canonicalBytes(secondContent());
    expect(parseCanonical(bytes)).toEqual(secondContent());
    expect(decode(canonicalBytes(parseCanonical(bytes)))).toBe(decode(bytes));
    const text = decode(bytes);
    const spoiled: [string, Uint8Array][] = [
      ['not_canonical', encode(JSON.stringify(JSON.parse(text), null, 1))],
      ['not_canonical', encode(text.normalize('NFD'))],
      ['not_canonical', encode(text.replace('{', '{ '))],
      ['not_json', encode(`\ufeff${text}`)],
      ['not_json', encode(text.slice(0, -1))],
      ['not_utf8', Uint8Array.from([...bytes.slice(0, 20), 0xff])],
    ];
    for (const [reason, wrong] of spoiled) {
      expect(refusal(() => parseCanonical(wrong)).reason).toBe(reason);
    }
  });

  it('[PR4] hashes with the prefix of its domain', async () => {
    const bytes = canonicalBytes(firstContent());
    const prefixed = new Uint8Array([...encode('planrunde-protocol-v3\0'), ...bytes]);
    const digest = await crypto.subtle.digest('SHA-256', prefixed);
    expect(contentHash(bytes)).toBe(Buffer.from(digest).toString('hex'));
  });

  it('[PR4] changes the hash with every changed byte', () => {
    const bytes = canonicalBytes(firstContent());
    const hash = contentHash(bytes);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const changed = Uint8Array.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ flip;
        expect(contentHash(changed)).not.toBe(hash);
      }),
    );
  });

  it('[PR5] makes a short code of five signs that nobody mistakes', () => {
    expect(shortCode('0'.repeat(64))).toBe('22-222');
    expect(shortCode('f'.repeat(64))).toBe('ZZ-ZZZ');
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        expect(shortCode(Buffer.from(bytes).toString('hex'))).toMatch(
          /^[2-9A-HJ-NP-Z]{2}-[2-9A-HJ-NP-Z]{3}$/,
        );
      }),
    );
    expect(() => shortCode('abc')).toThrow('SHA-256');
  });
});
