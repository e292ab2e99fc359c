import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../../access/domain-error.ts';

/** So long somebody may look for their finger or their phone. */
export const CHALLENGE_MS = 5 * 60_000;

const NONCE_BYTES = 16;
const TIME_BYTES = 8;

/**
 * Questions that are answered once and soon. A question carries its own proof, so that whoever asks for a million
 * of them fills no memory and takes none away from others; only those that were answered are remembered, until
 * they are too old anyway. The key lives as long as the process: a restart ends all that are open.
 */
export class Challenges {
  readonly #key = randomBytes(32);
  readonly #spent = new Map<string, number>();

  /** A new question; only an answer for the same purpose is taken. */
  make(purpose: string, now: Date): string {
    const head = Buffer.alloc(NONCE_BYTES + TIME_BYTES);
    randomBytes(NONCE_BYTES).copy(head);
    head.writeBigUInt64BE(BigInt(now.getTime() + CHALLENGE_MS), NONCE_BYTES);
    return Buffer.concat([head, this.#proof(head, purpose)]).toString('base64url');
  }

  /** Uses it up, whatever comes of the answer. @throws DomainError `passkey_over`: not ours, too old, or used */
  spend(challenge: string, purpose: string, now: Date): void {
    const bytes = Buffer.from(challenge, 'base64url');
    const head = bytes.subarray(0, NONCE_BYTES + TIME_BYTES);
    const proof = bytes.subarray(NONCE_BYTES + TIME_BYTES);
    const until = this.#isOurs(head, proof, purpose) ? Number(head.readBigUInt64BE(NONCE_BYTES)) : 0;
    const name = head.toString('base64url');
    this.#forgetOld(now.getTime());
    if (until <= now.getTime() || this.#spent.has(name)) {
      throw new DomainError('passkey_over');
    }
    this.#spent.set(name, until);
  }

  #isOurs(head: Buffer, proof: Buffer, purpose: string): boolean {
    const right = this.#proof(head, purpose);
    return proof.length === right.length && timingSafeEqual(proof, right);
  }

  #proof(head: Buffer, purpose: string): Buffer {
    return createHmac('sha256', this.#key).update(head).update(purpose).digest();
  }

  #forgetOld(now: number): void {
    for (const [name, until] of this.#spent) {
      if (until <= now) {
        this.#spent.delete(name);
      }
    }
  }
}
