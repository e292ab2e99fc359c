import type { ProtocolContent } from './schema.ts';
import { bytesOf, hashOf, parseJson, readBytes } from './versions/canonical-form.ts';
import { NEWEST_FORM, readerOf, readerOfValue } from './versions/registry.ts';

export { CanonicalError } from './versions/canonical-error.ts';

/**
 * The bytes of a new version, which are hashed, stored and signed. What was frozen before keeps its stored
 * bytes: they are never made again.
 * @throws CanonicalError
 */
export function canonicalBytes(content: ProtocolContent): Uint8Array {
  return bytesOf(NEWEST_FORM, content);
}

/**
 * The content of stored bytes, read by the reader of their form; only exactly canonical bytes are accepted.
 * @throws CanonicalError
 */
export function parseCanonical(bytes: Uint8Array): ProtocolContent {
  return readBytes(readerOfValue(parseJson(bytes)), bytes);
}

/** SHA-256 of bytes of a form, in hex, under the hash domain of that form. */
export function contentHash(bytes: Uint8Array, schemaVersion: number = NEWEST_FORM.schemaVersion): string {
  return hashOf(readerOf(schemaVersion), bytes);
}

/** 32 signs that nobody mistakes for another: no 0, O, 1, I. */
const CODE_SIGNS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Short code for comparing by eye and ear, "K7-42M": the first 25 bits of the hash. */
export function shortCode(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) {
    throw new Error('A short code needs a SHA-256 in hex');
  }
  const bits = Number.parseInt(hash.slice(0, 7), 16) >>> 3;
  const signs = [20, 15, 10, 5, 0].map((shift) => CODE_SIGNS[(bits >>> shift) & 31]).join('');
  return `${signs.slice(0, 2)}-${signs.slice(2)}`;
}
