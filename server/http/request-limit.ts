import { DomainError } from '../access/domain-error.ts';
import type { Principal } from '../access/principals.ts';
import { createRateLimit } from '../access/rate-limit.ts';

/** How often one device or one account may ask in a minute. */
export interface RequestLimits {
  commands: number;
  reads: number;
}

/** More than anybody does by hand, and so little that it slows down nobody else's meeting. */
export const REQUEST_LIMITS: RequestLimits = { commands: 120, reads: 300 };

const MINUTE_MS = 60_000;

/** Counts a request of somebody who is known. @throws DomainError `rate_limited` beyond the limit */
export type CountRequest = (principal: Principal, isCommand: boolean) => void;

/** One count a device or account, in memory: what is refused costs neither a query nor an audit entry. */
export function createRequestLimit(limits: RequestLimits, now?: () => number): CountRequest {
  const commands = createRateLimit(limits.commands, MINUTE_MS, now);
  const reads = createRateLimit(limits.reads, MINUTE_MS, now);
  return (principal, isCommand) => {
    const key = keyOf(principal);
    const limit = isCommand ? commands : reads;
    if (key === null) {
      return;
    }
    if (!limit.allows(key)) {
      throw new DomainError('rate_limited');
    }
    limit.count(key);
  };
}

/** Links, keys and strangers are limited where they are looked at. */
function keyOf(principal: Principal): string | null {
  switch (principal.kind) {
    case 'participant':
      return `device ${principal.deviceId}`;
    case 'account':
      return `account ${principal.userId}`;
    default:
      return null;
  }
}
