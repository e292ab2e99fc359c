import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type Next } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { forAction } from './allow.ts';

/** Placeholder in client/index.html that becomes the nonce of this one answer. */
const NONCE_PLACE = '__CSP_NONCE__';
const ONE_YEAR = 'public, max-age=31536000, immutable';

/**
 * The built client: hashed files for a year, the page itself never from a cache. Every path that
 * is neither a file nor one of the server's own is a page of the client.
 */
export function clientPages(folder: string): Hono<{ Variables: SecureHeadersVariables }> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const pages = new Hono<{ Variables: SecureHeadersVariables }>();
  pages.get(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('Cache-Control', ONE_YEAR),
    }),
  );
  pages.get(
    '/assets/*',
    forAction('loadPage', (c: Context) => c.text('Not found', 404)),
  );
  pages.get(
    '*',
    forAction('loadPage', async (c: Context<{ Variables: SecureHeadersVariables }>, next: Next) => {
      if (/^\/(api|live|sync)(\/|$)/.test(c.req.path)) {
        return next();
      }
      c.header('Cache-Control', 'no-store');
      return c.html(page.replaceAll(NONCE_PLACE, c.get('secureHeadersNonce') ?? ''));
    }),
  );
  return pages;
}
