import { hashPassword, verifyPassword } from 'better-auth/crypto';

/**
 * Passwords are looked at one after the other. Each costs a tenth of a second of a processor; four at
 * once, which Node's own threads would do, leave nothing for the meetings that run beside.
 */
export function passwordsInTurn(): {
  hash(password: string): Promise<string>;
  verify(given: { hash: string; password: string }): Promise<boolean>;
} {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  return {
    hash: (password) => inTurn(() => hashPassword(password)),
    verify: (given) => inTurn(() => verifyPassword(given)),
  };
}
