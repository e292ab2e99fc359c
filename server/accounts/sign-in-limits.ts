import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';

/** Wrong passwords for one account from one address in a minute. */
const MOST_WRONG = 20;
const MINUTE_MS = 60_000;
/** Sign-ins that may wait for their turn, a tenth of a second each: of one address, behind which an office sits, and of all. */
const MOST_WAITING_OF_ONE = 12;
const MOST_WAITING = 32;

/** Who tries to sign in, and from where. */
export interface SignInAttempt {
  email: string;
  address: string;
}

/**
 * Wrong passwords count for the account and the address together: who guesses at one account keeps no
 * colleague behind the same address out, and nobody elsewhere its owner.
 */
export class SignInLimits {
  readonly #wrong = createRateLimit(MOST_WRONG, MINUTE_MS);
  readonly #waiting = new Map<string, number>();
  #all = 0;

  /** Lets one try, and counts it where it was wrong. @throws DomainError `rate_limited` */
  async attempt({ email, address }: SignInAttempt, tryIt: () => Promise<Response>): Promise<Response> {
    const key = `${email.toLowerCase()} ${address}`;
    const waiting = this.#waiting.get(address) ?? 0;
    if (!this.#wrong.allows(key) || waiting >= MOST_WAITING_OF_ONE || this.#all >= MOST_WAITING) {
      throw new DomainError('rate_limited');
    }
    this.#waiting.set(address, waiting + 1);
    this.#all++;
    try {
      const answer = await tryIt();
      if (!answer.ok) {
        this.#wrong.count(key);
      }
      return answer;
    } finally {
      this.#leave(address);
    }
  }

  #leave(address: string): void {
    this.#all--;
    const left = (this.#waiting.get(address) ?? 1) - 1;
    if (left > 0) {
      this.#waiting.set(address, left);
    } else {
      this.#waiting.delete(address);
    }
  }
}
