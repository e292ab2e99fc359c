import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type * as z from 'zod/mini';
import { parseJson as parseText } from '../../json.ts';
import { CanonicalError } from './canonical-error.ts';

/**
 * One form in which versions are or were frozen. A form never changes: its schema, its canonical
 * bytes and the domain of its hash stay for ever, so that what was signed can be read and checked.
 */
export interface FrozenForm<Content> {
  readonly schemaVersion: number;
  /** The one canonical form of this content. @throws CanonicalError */
  bytes(content: Content): Uint8Array;
  /** The content of exactly canonical bytes, as the model of today. @throws CanonicalError */
  read(bytes: Uint8Array): Content;
  /** SHA-256 over the domain of this form and the bytes, in hex. Works without a secure context. */
  hash(bytes: Uint8Array): string;
}

/** What makes a form. */
export interface FormDefinition<Content> {
  schemaVersion: number;
  /** Separates this hash from every other use of SHA-256: no other bytes can stand for a version. */
  hashDomain: string;
  /** A closed schema: what it does not know is refused. */
  schema: z.ZodMiniType<Content>;
}

/** A form with closed schema, NFC, RFC 8785 and UTF-8. */
export function frozenForm<Content>(definition: FormDefinition<Content>): FrozenForm<Content> {
  const { schemaVersion, hashDomain, schema } = definition;
  const serialise = (value: unknown): string => canonicalText(checked(value, schema));
  return {
    schemaVersion,
    // The result is read back and compared, so that nothing a serialiser drops silently is signed.
    bytes: (content) => {
      const text = serialise(content);
      return utf8ToBytes(sameText(text, serialise(parseText(text))));
    },
    read: (bytes) => {
      const value = parseJson(bytes);
      sameText(serialise(value), decode(bytes));
      return checked(value, schema);
    },
    hash: (bytes) => bytesToHex(sha256(concatBytes(utf8ToBytes(hashDomain), bytes))),
  };
}

/** The value in stored bytes, before any form has been asked. @throws CanonicalError */
export function parseJson(bytes: Uint8Array): unknown {
  const value = parseText(decode(bytes));
  if (value === undefined) {
    throw new CanonicalError('not_json', '');
  }
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark is kept, so that it fails as "not JSON" instead of vanishing.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CanonicalError('not_utf8', '');
  }
}

function sameText(text: string, other: string): string {
  if (text !== other) {
    throw new CanonicalError('not_canonical', '');
  }
  return text;
}

function checked<Content>(value: unknown, schema: z.ZodMiniType<Content>): Content {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new CanonicalError('schema', parsed.error.issues[0]?.path.join('.') ?? '');
  }
  return parsed.data;
}

function canonicalText(content: unknown): string {
  return canonicalize(normalised(content, '')) ?? '';
}

/** NFC for every string; refuses what cannot be shown to everybody who signs. */
function normalised(value: unknown, where: string): unknown {
  if (typeof value === 'string') {
    return normalisedText(value, where);
  }
  if (Array.isArray(value)) {
    return value.map((item, index) => normalised(item, `${where}${index}.`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, normalised(item, `${where}${key}.`)]),
    );
  }
  return value;
}

function normalisedText(text: string, where: string): string {
  if (!text.isWellFormed()) {
    throw new CanonicalError('lone_surrogate', where.slice(0, -1));
  }
  if (/[^\P{Cc}\n]/u.test(text)) {
    throw new CanonicalError('control_character', where.slice(0, -1));
  }
  return text.normalize('NFC');
}
