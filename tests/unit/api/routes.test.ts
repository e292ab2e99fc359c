import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pathOf } from '#shared/api/route.ts';
import { protocolPdf } from '#shared/api/routes/files.ts';
import { exchangeLink } from '#shared/api/routes/links.ts';
import { decideAdmission, leave } from '#shared/api/routes/participants.ts';
import { ROUTES } from '#shared/api/routes.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { createApi } from '../../../client/app/api.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
/** Answered by others than the table: probes of operators, and the library for accounts. */
const NOT_OURS = ['GET /health', 'GET /metrics', 'POST /api/auth/*'];

function documented(): string[] {
  const text = readFileSync(join(ROOT, 'docs', 'api.md'), 'utf8');
  const table = text.slice(text.indexOf('## Routes'), text.indexOf('## Sockets'));
  const rows = table.split('\n').map((line) => line.split('|')[1] ?? '');
  return rows.flatMap((row) => [...row.matchAll(/`((?:GET|POST) [^`]+)`/g)].map(([, name]) => name ?? ''));
}

describe('the table of routes', () => {
  const names = ROUTES.map(({ method, path }) => `${method} ${path}`);

  it('[AP1] names each route once', () => {
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('[AP1] is what docs/api.md tells', () => {
    expect(documented().sort()).toEqual([...names, ...NOT_OURS].sort());
  });

  it('puts each param into one segment, whatever it holds', () => {
    expect(pathOf(decideAdmission, { participationId: 'leon', deviceId: 'a/../b?c#d' })).toBe(
      '/api/p/leon/admissions/a%2F..%2Fb%3Fc%23d',
    );
  });
});

describe('JSON', () => {
  it('[AP3] becomes a value in one place', () => {
    const found = ['client', 'server', 'shared'].flatMap((side) =>
      readdirSync(join(ROOT, side), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => `${side}/${name}`)
        .filter((file) => /JSON\.parse\b|\.json\(\)/.test(readFileSync(join(ROOT, file), 'utf8'))),
    );
    expect(found).toEqual(['shared/json.ts']);
  });
});

describe('answers of the server', () => {
  it('[AP6] leave it in the form of their route, of a refusal or of the health page alone', () => {
    const found = readdirSync(join(ROOT, 'server'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((file) =>
        /\bc\.json\(|Response\.json\(|JSON\.stringify\(\{ *error/.test(
          readFileSync(join(ROOT, 'server', file), 'utf8'),
        ),
      );
    expect(found.sort()).toEqual(['health/routes.ts', 'http/errors.ts', 'http/serve.ts']);
  });
});

describe('the API of a page', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const t = translatorFor('de', 'neutral');
  const api = createApi({ t, language: 'de' });
  const answer = (text: string, status = 200): void => {
    vi.stubGlobal('fetch', async () => new Response(text, { status }));
  };

  it.each([
    '',
    'not json',
    'null',
    '{}',
    '{"participationId":7}',
    '[]',
  ])('[AP2] an answer of another shape fails in words: %s', async (text) => {
    answer(text);
    await expect(api.call(exchangeLink, { body: { token: 'x' } })).rejects.toMatchObject({
      code: 'internal',
      message: t('ui.unexpected_answer'),
    });
  });

  it.each([
    '',
    '<html>',
    '{"error":"made_up","message":"x"}',
    '{"error":"forbidden"}',
  ])('[AP2] a refusal of another shape fails in words of the page: %s', async (text) => {
    answer(text, 403);
    await expect(api.call(leave, { params: { participationId: 'leon' } })).rejects.toMatchObject({
      code: 'internal',
      message: t('ui.unexpected_answer'),
    });
  });

  it('gives the answer, and the refusal with code, words and fields', async () => {
    answer('{"participationId":"leon"}');
    await expect(api.call(exchangeLink, { body: { token: 'x' } })).resolves.toEqual({
      participationId: 'leon',
    });
    const refusal = { error: 'bad_request', message: 'So nicht.', fields: [{ field: 'a', reason: 'b' }] };
    answer(JSON.stringify(refusal), 400);
    await expect(api.call(leave, { params: { participationId: 'leon' } })).rejects.toMatchObject({
      code: 'bad_request',
      message: 'So nicht.',
      fields: refusal.fields,
    });
  });

  it('gives a file as it comes, and its refusal in words', async () => {
    const params = { participationId: 'leon', versionId: 'v' };
    answer('%PDF');
    expect(await (await api.file(protocolPdf, { params })).text()).toBe('%PDF');
    answer('{"error":"export_unavailable","message":"Kein PDF."}', 503);
    await expect(api.file(protocolPdf, { params })).rejects.toMatchObject({ message: 'Kein PDF.' });
  });
});
