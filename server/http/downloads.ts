import type { Context } from 'hono';
import { DomainError } from '../access/domain-error.ts';
import { createPlaces } from '../access/places.ts';
import type { AppEnv } from './env.ts';

/** Two versions to compare and what is taken along of them; whoever wants more at once waits. */
const MOST_AT_ONCE = 4;
/** A reader who takes nothing for so long is gone. Longer than a document may be waited for. */
const STALLED_MS = 120_000;

/** Takes one of the device's places for a large answer, until it is sent or its reader has hung up. */
export type TakeDownload = (c: Context<AppEnv>) => void;

/** What is returned throws `rate_limited` where the device has no place left, or nobody waits any more. */
export function createDownloads(): TakeDownload {
  const take = createPlaces();
  return (c) => {
    const { outgoing } = c.env;
    const giveBack = take(c.get('actor').deviceId, MOST_AT_ONCE);
    if (!giveBack) {
      throw new DomainError('rate_limited');
    }
    if (outgoing.closed) {
      // Whoever asked has hung up meanwhile, and closing is told once.
      giveBack();
      throw new DomainError('rate_limited');
    }
    outgoing.setTimeout(STALLED_MS);
    outgoing.once('close', giveBack);
  };
}
