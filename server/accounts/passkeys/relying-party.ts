import { isIP } from 'node:net';

/** For whom passkeys are made: browsers let a page of this origin alone use them. */
export interface RelyingParty {
  /** A host name; browsers take no address in numbers. */
  id: string;
  origin: string;
}

/**
 * The configured address, where it has a name and is one that browsers trust; for trying out, `localhost`.
 * @returns null where neither is there: this server has no passkeys
 */
export function relyingPartyOf(baseUrl: string, origins: ReadonlySet<string>): RelyingParty | null {
  const origin = [baseUrl, ...origins].find(isTrustedName);
  return origin === undefined ? null : { id: new URL(origin).hostname, origin };
}

/** Elsewhere than under https and on this machine no browser has passkeys. */
function isTrustedName(origin: string): boolean {
  const { protocol, hostname } = new URL(origin);
  const isName = isIP(hostname.replace(/^\[|\]$/g, '')) === 0;
  return isName && (protocol === 'https:' || hostname === 'localhost');
}
