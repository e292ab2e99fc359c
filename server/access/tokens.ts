import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a secret: 256 bits, so that guessing is out of the question. */
const SECRET_BYTES = 32;

/** A new secret for a link or a device, base64url. It is shown once and never stored. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** What is stored of a secret. A plain hash is enough: there is nothing to guess in 256 bits. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
