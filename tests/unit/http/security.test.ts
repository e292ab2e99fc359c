import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from '#server/http/security.ts';

const app = new Hono().use(securityHeaders(true)).get('*', (c) => c.text('something'));

const headersOf = async (path: string): Promise<Headers> => (await app.request(path)).headers;

describe('headers that guard', () => {
  it.each([
    '/',
    '/p/1',
    '/api/p/1',
    '/assets/icon-a1.svg',
    '/assets/a1.js/page',
    '/own.js',
  ])('[AP5] an answer that can be a page says what it may do: %s', async (path) => {
    const headers = await headersOf(path);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    '/assets/base-a1.js',
    '/assets/base-a1.css',
    '/assets/atkinson-a1.woff2',
  ])('[AP5] a file that is only ever part of a page carries what counts there, and no more: %s', async (path) => {
    const headers = await headersOf(path);
    expect(Object.fromEntries(headers)).toEqual({
      'content-type': 'text/plain;charset=UTF-8',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  });
});
