import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { parseJson as parseText } from '../../json.ts';
import { CanonicalError } from './canonical-error.ts';
import { checked, type FormDefinition, type Reader } from './frozen-form.ts';

/**
 * Bytes and hashes of a form: closed schema, NFC, RFC 8785 and UTF-8. Apart from the forms themselves, since
 * a page that only reads what the server has sent needs none of it.
 */

type Schema = FormDefinition<unknown>['schema'];

/** The one canonical form of this content. @throws CanonicalError */
export function bytesOf({ schema }: Pick<FormDefinition<unknown>, 'schema'>, content: unknown): Uint8Array {
  const text = serialise(content, schema);
  // The result is read back and compared, so that nothing a serialiser drops silently is signed.
  return utf8ToBytes(sameText(text, serialise(parseText(text), schema)));
}

/** The content of exactly canonical bytes of the form of this reader, in its shape. @throws CanonicalError */
export function readBytes<Shape>(reader: Reader<Shape>, bytes: Uint8Array): Shape {
  const value = parseJson(bytes);
  sameText(serialise(value, reader.schema), decode(bytes));
  return reader.accept(value);
}

/** SHA-256 over the domain of a form and the bytes, in hex. Works without a secure context. */
export function hashOf(
  { hashDomain }: Pick<FormDefinition<unknown>, 'hashDomain'>,
  bytes: Uint8Array,
): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(hashDomain), bytes)));
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

function serialise(value: unknown, schema: Schema): string {
  return canonicalText(checked(value, schema));
}

function sameText(text: string, other: string): string {
  if (text !== other) {
    throw new CanonicalError('not_canonical', '');
  }
  return text;
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
