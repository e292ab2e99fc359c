import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { type ProtocolContent, protocolContent } from './schema.ts';

/** Separates this hash from every other use of SHA-256, so that no other bytes can stand for a version. */
export const HASH_DOMAIN = 'planrunde-protocol-v1\0';

/** Why something is not the content of a version. */
export type CanonicalReason =
  | 'schema'
  | 'lone_surrogate'
  | 'control_character'
  | 'not_utf8'
  | 'not_json'
  | 'not_canonical';

/** Content or bytes that must not be signed. `where` is a path such as `goals.0.text`, never the text itself. */
export class CanonicalError extends Error {
  readonly reason: CanonicalReason;
  readonly where: string;

  constructor(reason: CanonicalReason, where: string) {
    super(`Not the canonical content of a protocol version: ${reason}${where ? ` at ${where}` : ''}`);
    this.name = 'CanonicalError';
    this.reason = reason;
    this.where = where;
  }
}

/**
 * The bytes that are hashed, stored and signed: closed schema, NFC, RFC 8785, UTF-8.
 * The result is read back and compared, so that nothing a serialiser drops silently is signed.
 * @throws CanonicalError
 */
export function canonicalBytes(content: ProtocolContent): Uint8Array {
  const text = serialise(content);
  if (serialise(JSON.parse(text)) !== text) {
    throw new CanonicalError('not_canonical', '');
  }
  return utf8ToBytes(text);
}

/**
 * The content of stored bytes; only exactly canonical bytes are accepted.
 * @throws CanonicalError
 */
export function parseCanonical(bytes: Uint8Array): ProtocolContent {
  const text = decode(bytes);
  const value = parseJson(text);
  if (serialise(value) !== text) {
    throw new CanonicalError('not_canonical', '');
  }
  return protocolContent.parse(value);
}

/** SHA-256 over domain prefix and canonical bytes, in hex. Works without a secure context. */
export function contentHash(bytes: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(utf8ToBytes(HASH_DOMAIN), bytes)));
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

function serialise(value: unknown): string {
  const parsed = protocolContent.safeParse(value);
  if (!parsed.success) {
    throw new CanonicalError('schema', parsed.error.issues[0]?.path.join('.') ?? '');
  }
  return canonicalize(normalised(parsed.data, '')) ?? '';
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

function decode(bytes: Uint8Array): string {
  try {
    // A byte order mark is kept, so that it fails as "not JSON" instead of vanishing.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CanonicalError('not_utf8', '');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CanonicalError('not_json', '');
  }
}
