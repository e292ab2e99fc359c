import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { DomainError } from '../access/domain-error.ts';
import { CLIENT_ADDRESS_HEADER } from '../accounts/auth-options.ts';
import type { AppEnv } from './env.ts';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/** Whether a request by this method only reads: it changes nothing, takes no turn and counts as a reading. */
export function isReading(method: string): boolean {
  return READS.has(method);
}

/** Only pages of our own may change something: Origin where it is sent, else Sec-Fetch-Site. */
export function sameOriginOnly(origins: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!isReading(c.req.method)) {
      const origin = c.req.header('origin');
      const own = origin ? origins.has(origin) : c.req.header('sec-fetch-site') === 'same-origin';
      if (!own) {
        throw new DomainError('foreign_origin');
      }
    }
    await next();
  };
}

/** Sockets: an exact Origin from the list, or HTTP 403 before anything else is looked at. */
export function knownOriginOnly(origins: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (!origins.has(c.req.header('origin') ?? '')) {
      return c.body(null, 403);
    }
    return next();
  };
}

/**
 * Refuses a foreign host name: a page that points its own name at this machine (DNS rebinding) counts as
 * ours for the browser. Addresses in numbers cannot be pointed anywhere.
 */
export function knownHostOnly(origins: ReadonlySet<string>): MiddlewareHandler<AppEnv> {
  const names = new Set(['localhost', ...[...origins].map((origin) => new URL(origin).hostname)]);
  return async (c, next) => {
    const name = URL.parse(`http://${c.req.header('host') ?? ''}`)?.hostname ?? '';
    if (!names.has(name) && isIP(name.replace(/^\[|\]$/g, '')) === 0) {
      throw new DomainError('foreign_origin');
    }
    await next();
  };
}

/** JSON and nothing else: a form of a foreign page cannot send it without asking first. */
export const jsonOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header('content-type') ?? '';
  if (!isReading(c.req.method) && !/^application\/json\b/i.test(type)) {
    throw new DomainError('bad_request', [{ field: '', reason: 'not_json' }]);
  }
  await next();
};

/** Nothing of the API is kept by a browser or a proxy. */
export const noStore: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('Cache-Control', 'no-store');
};

/**
 * The client's address, from the socket, or from as many hops of X-Forwarded-For as the operator
 * runs proxies. What a client itself writes into that header counts for nothing.
 */
export function clientAddress(proxies: number): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const socket = (c.env?.incoming as IncomingMessage | undefined)?.socket.remoteAddress ?? 'unknown';
    c.set('clientAddress', addressOf(socket, c.req.header('x-forwarded-for'), proxies));
    await next();
  };
}

/** Pure part of `clientAddress`. */
export function addressOf(socket: string, forwarded: string | undefined, proxies: number): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  return (proxies > 0 ? hops.at(-proxies) : undefined) || socket;
}

/** The same request with the client's address in our own header, for better-auth. */
export function withClientAddress(request: Request, address: string): Request {
  const copy = new Request(request);
  copy.headers.set(CLIENT_ADDRESS_HEADER, address);
  return copy;
}
