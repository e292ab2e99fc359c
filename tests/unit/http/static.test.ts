import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientPages } from '#server/http/static.ts';

const SCRIPT = 'export const words = 1;\n'.repeat(100);
const folder = mkdtempSync(join(tmpdir(), 'planrunde-static-'));
let pages: ReturnType<typeof clientPages>;

beforeAll(() => {
  const file = (name: string, bytes: string | Buffer): void => writeFileSync(join(folder, name), bytes);
  mkdirSync(join(folder, 'assets'));
  file('index.html', '<html lang="de"><head></head><body>__CSP_NONCE__</body></html>');
  for (const name of ['locale-de-a1.js', 'locale-en-b2.js']) {
    file(`assets/${name}`, SCRIPT);
    file(`assets/${name}.br`, brotliCompressSync(SCRIPT));
    file(`assets/${name}.gz`, gzipSync(SCRIPT));
  }
  pages = clientPages(folder);
});

afterAll(() => rmSync(folder, { recursive: true }));

const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  pages.request(path, { headers });

describe('files of the client', () => {
  it.each([
    ['gzip, deflate, br', 'br', brotliCompressSync(SCRIPT).length],
    ['gzip', 'gzip', gzipSync(SCRIPT).length],
    ['', null, SCRIPT.length],
  ])('[UI78] go out as they were packed at the build: %s', async (accepted, encoding, size) => {
    const answer = await get('/assets/locale-de-a1.js', { 'accept-encoding': accepted });
    expect(answer.headers.get('content-encoding')).toBe(encoding);
    expect(answer.headers.get('content-type')).toMatch(/javascript/);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await answer.arrayBuffer()).byteLength).toBe(size);
    if (encoding) {
      expect(answer.headers.get('vary')).toMatch(/Accept-Encoding/i);
    }
  });

  it('[UI78] a file that is not there is no page', async () => {
    expect((await get('/assets/locale-da-c3.js')).status).toBe(404);
  });
});

describe('the page', () => {
  it('[UI77] names its language and the file with the texts, and no other', async () => {
    const answer = await get('/j', { 'accept-language': 'en-GB, de;q=0.5' });
    const html = await answer.text();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('href="/assets/locale-en-b2.js"');
    expect(html).not.toContain('locale-de');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toMatch(/Accept-Language/i);
  });
});
