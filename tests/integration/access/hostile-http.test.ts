import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endStalled, PATIENCE } from '#server/listen.ts';
import type { MadeRoom } from '#shared/api/answers.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';

const LONG = 120_000;
let server: ServerProcess;
let room: MadeRoom;
const open: Socket[] = [];
beforeAll(async () => {
  server = await startServer('embedded', { EXAMPLE: 'on' });
  room = await server.room(3);
}, LONG);
afterAll(() => server.close());

/** What comes back to these bytes until the server ends the connection or is silent for so long. */
function said(bytes: string | Buffer, silenceMs = 1_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1');
    open.push(socket);
    let text = '';
    const end = (): void => {
      socket.destroy();
      resolve(text);
    };
    socket.setTimeout(silenceMs, end);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    socket.on('close', end);
    socket.on('error', end);
    socket.write(bytes);
  });
}
const statuses = (text: string): string[] =>
  [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, code]) => code ?? '');
const cookie = (place = 1): string => room.places[place]?.cookie ?? '';
const path = (end: string, place = 1): string => `/api/p/${room.places[place]?.participationId}/${end}`;
const head = (lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`;
const json = (method: string, at: string, body: string | Buffer, place = 1): Buffer =>
  Buffer.concat([
    Buffer.from(
      head([
        `${method} ${at} HTTP/1.1`,
        `Host: 127.0.0.1:${server.port}`,
        `Origin: ${server.url}`,
        `Cookie: ${cookie(place)}`,
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
        'Connection: close',
      ]),
    ),
    Buffer.from(body),
  ]);

const host = (): string => `Host: 127.0.0.1:${server.port}`;
const get = (at: string, ...more: string[]): string =>
  head([`GET ${at} HTTP/1.1`, host(), 'Connection: close', ...more]);
const post = (at: string, headers: string[], body: string, place = 1): string =>
  head([
    `POST ${at} HTTP/1.1`,
    ...[host(), `Origin: ${server.url}`, `Cookie: ${cookie(place)}`, 'Content-Type: application/json'],
    ...headers,
  ]) + body;

/** What is sent, and the only statuses that may come back: none where the connection is cut. */
type Case = [what: string, bytes: () => string | Buffer, statuses: string[]];

const HEADS: Case[] = [
  [
    'two lengths',
    () => post('/api/auth/sign-out', ['Content-Length: 2', 'Content-Length: 40'], `{}${get('/health')}`),
    ['400'],
  ],
  [
    'length and chunks',
    () =>
      post(
        '/api/auth/sign-out',
        ['Content-Length: 4', 'Transfer-Encoding: chunked'],
        `0\r\n\r\n${get('/health')}`,
      ),
    ['400'],
  ],
  [
    'an unknown coding',
    () => post('/api/auth/sign-out', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'),
    ['400'],
  ],
  [
    'a space before the colon',
    () => post('/api/auth/sign-out', ['Transfer-Encoding : chunked'], '0\r\n\r\n'),
    ['400'],
  ],
  ['a folded line', () => head(['GET /health HTTP/1.1', host(), 'X-A: b', ' c']), ['400']],
  ['bare line feeds', () => `GET /health HTTP/1.1\n${host()}\n\n`, ['400']],
  ['no host', () => head(['GET /health HTTP/1.1']), ['400']],
  ['a header of 20 kB', () => get('/health', `X-A: ${'a'.repeat(20_000)}`), ['431']],
  ['3 000 headers', () => get('/health', ...Array.from({ length: 3_000 }, (_, n) => `X${n}: 1`)), ['431']],
  ['an address of 20 kB', () => get(`/${'a'.repeat(20_000)}`), ['431']],
  ['a tunnel', () => head(['CONNECT 127.0.0.1:5432 HTTP/1.1', host()]), []],
  [
    'another method in a header',
    () => get(path('leave', 2), 'X-HTTP-Method-Override: POST', `Cookie: ${cookie(2)}`),
    ['404'],
  ],
  [
    'extensions of chunks',
    () =>
      post(path('settings'), ['Transfer-Encoding: chunked'], `2;${'x'.repeat(40_000)}\r\n{}\r\n0\r\n\r\n`),
    ['413'],
  ],
  [
    'a socket by another method',
    () =>
      post(
        `/live/${room.places[1]?.participationId}`,
        [
          'Connection: Upgrade',
          'Upgrade: websocket',
          'Sec-WebSocket-Version: 13',
          'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        ],
        '',
      ),
    ['405'],
  ],
];

const BODIES: [what: string, body: string | Buffer, status: string][] = [
  ['lists in lists', '['.repeat(30_000), '400'],
  ['objects in objects', '{"a":'.repeat(10_000), '400'],
  ['a prototype', '{"__proto__":{"language":"de"}}', '400'],
  ['no number', '{"language":NaN}', '400'],
  ['a number without end', '1'.repeat(60_000), '400'],
  ['half a character', '{"language":"\\ud800"}', '400'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), '400'],
  ['a list', '[]', '400'],
  ['70 kB', `{"language":"${'a'.repeat(70_000)}"}`, '413'],
];

const PATHS = [
  '/assets/..%2f..%2fpackage.json',
  '/assets/../../package.json',
  '/..%5c..%5cpackage.json',
].concat(
  ['/%2e%2e/%2e%2e/package.json', '/assets/%00', '/assets/%', '/%ff%fe', '//etc/passwd', '/server.json'],
  [
    '/.git/config',
    '/assets/.%2e/.%2e/server.json',
    '/metrics',
    '/api//p',
    '/api/demo/',
    '/api/p/__proto__/x',
  ],
);

describe('a client of somebody’s own making', () => {
  it.each(
    HEADS,
  )('[AC29] %s: is refused, and nothing behind it is taken for a request', async (_what, bytes, expected) => {
    expect(statuses(await said(bytes()))).toEqual(expected);
  });

  it.each(BODIES)('[AC10] a body of %s', async (_what, body, status) => {
    expect(statuses(await said(json('POST', path('settings'), body)))).toEqual([status]);
  });

  it('[AC29] no path leads out of what is meant to be served', async () => {
    const answers = await Promise.all(PATHS.map((at) => said(get(at))));
    for (const [index, answer] of answers.entries()) {
      expect(answer, PATHS[index]).toMatch(/^HTTP\/1\.1 (200|400|401|404)/);
      expect(answer, PATHS[index]).not.toMatch(
        /"dependencies"|root:|"key"|repositoryformatversion|planrunde_/,
      );
    }
  });

  it('[AC29] an offer of another protocol is answered as what was asked', async () => {
    const offer = [
      'Connection: Upgrade, HTTP2-Settings, close',
      'Upgrade: h2c',
      'HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA',
    ];
    const answer = await said(head(['GET /health HTTP/1.1', host(), ...offer]), 3_000);
    expect(answer).toContain('"status":"ok"');
  });

  it('[AC29] who hangs up in the middle of a body is no failure of the server', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(post(path('settings'), ['Content-Length: 5000', 'Expect: 100-continue'], '{"language":'));
    const [first] = (await once(socket, 'data')) as [Buffer];
    expect(first.toString('latin1')).toContain('100 Continue');
    socket.resetAndDestroy();
    const ok = (): Promise<number> => fetch(`${server.url}/health`).then(({ status }) => status);
    await expect.poll(ok).toBe(200);
    expect(server.output()).not.toContain('request.failed');
  });
});

it('[AC29] a reader who takes nothing is cut off, whatever was asked for', async () => {
  const http = createServer(PATIENCE, (_request, response) => response.end(Buffer.alloc(64 * 1024 * 1024)));
  endStalled(http, 300);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const reader = connect((http.address() as AddressInfo).port, '127.0.0.1');
  reader.on('error', () => undefined);
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  reader.once('data', () => reader.pause());
  const count = (): Promise<number> =>
    new Promise((resolve) => http.getConnections((_error, open) => resolve(open)));
  await expect.poll(count, { timeout: 10_000 }).toBe(1);
  await expect.poll(count, { timeout: 10_000 }).toBe(0);
  reader.destroy();
  http.close();
});
