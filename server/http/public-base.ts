import type { Context } from 'hono';
import type { AppEnv } from './env.ts';

/**
 * Address for links in an answer: the one this browser uses, where it is one of ours, so that a link
 * opens beside the page that showed it; else the public address.
 */
export function publicBase(
  c: Context<AppEnv>,
  { baseUrl, origins }: { baseUrl: string; origins: ReadonlySet<string> },
): string {
  const asked = c.req.header('origin') ?? new URL(c.req.url).origin;
  return origins.has(asked) ? asked : baseUrl;
}
