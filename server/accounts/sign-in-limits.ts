import { DomainError } from '../access/domain-error.ts';
import { createRateLimit } from '../access/rate-limit.ts';
import { createTurns } from '../http/turns.ts';

/** Wrong passwords and codes for one account from one address in a minute. */
const MOST_WRONG = 10;
const MINUTE_MS = 60_000;

/** Who tries to sign in, and from where. */
export interface SignInAttempt {
  email: string;
  address: string;
}

/**
 * Wrong passwords count for the account and the address together: who guesses at one account keeps no
 * colleague behind the same address out, and nobody elsewhere its owner. Each sign-in takes a tenth of a second,
 * so they wait: a whole office behind one address in its order, and addresses by turns.
 */
export class SignInLimits {
  readonly #wrong = createRateLimit(MOST_WRONG, MINUTE_MS);
  readonly #takeTurn = createTurns();

  /** Lets one try, and counts it where it was wrong. @throws DomainError `rate_limited` */
  async attempt({ email, address }: SignInAttempt, tryIt: () => Promise<Response>): Promise<Response> {
    const key = `${email.toLowerCase()} ${address}`;
    this.#mustBeAllowed(key);
    return this.#takeTurn({ key: 'sign-in', who: address }, async () => {
      // Others of the same account have been wrong meanwhile.
      this.#mustBeAllowed(key);
      const answer = await tryIt();
      if (!answer.ok) {
        this.#wrong.count(key);
      }
      return answer;
    });
  }

  /** The same for something that throws where the password was wrong. */
  async attemptTask<T>({ email, address }: SignInAttempt, task: () => Promise<T>): Promise<T> {
    const key = `${email.toLowerCase()} ${address}`;
    this.#mustBeAllowed(key);
    try {
      return await task();
    } catch (error) {
      this.#wrong.count(key);
      throw error;
    }
  }

  #mustBeAllowed(key: string): void {
    if (!this.#wrong.allows(key)) {
      throw new DomainError('rate_limited');
    }
  }
}
