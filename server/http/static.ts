import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type Next } from 'hono';
import type { SecureHeadersVariables } from 'hono/secure-headers';
import { forAction } from './allow.ts';
import { preferredLanguage } from './language.ts';

/** Placeholder in client/index.html that becomes the nonce of this one answer. */
const NONCE_PLACE = '__CSP_NONCE__';
const ONE_YEAR = 'public, max-age=31536000, immutable';

/**
 * The built client: hashed files for a year, the page itself never from a cache. Every path that
 * is neither a file nor one of the server's own is a page of the client.
 */
export function clientPages(folder: string): Hono<{ Variables: SecureHeadersVariables }> {
  const pageFor = pageInLanguage(folder);
  const pages = new Hono<{ Variables: SecureHeadersVariables }>();
  const files = serveStatic<{ Variables: SecureHeadersVariables }>({ root: folder, precompressed: true });
  pages.get('/assets/*', async (c, next) => {
    const answer = await files(c, next);
    // Where no file is, `answer` is what the next route makes of it, on the context already.
    if (answer instanceof Response) {
      answer.headers.set('Cache-Control', ONE_YEAR);
    }
    return answer;
  });
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
      c.header('Vary', 'Accept-Language', { append: true });
      const page = pageFor(preferredLanguage(c.req.header('accept-language')));
      return c.html(page.replaceAll(NONCE_PLACE, c.get('secureHeadersNonce') ?? ''));
    }),
  );
  return pages;
}

/**
 * The page for who reads a language: it says so, and names the file with the texts, which is then on
 * its way while the script that asks for it is still being read.
 */
function pageInLanguage(folder: string): (language: string) => string {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const files = readdirSync(join(folder, 'assets'));
  return (language) => {
    const file = files.find((name) => name.startsWith(`locale-${language}-`) && name.endsWith('.js'));
    const hint = file ? `<link rel="modulepreload" crossorigin href="/assets/${file}">` : '';
    return page
      .replace(/<html lang="\w+">/, `<html lang="${language}">`)
      .replace('</head>', `${hint}</head>`);
  };
}
