import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { lanAddresses } from '#server/config.ts';
import type { ExchangeAnswer } from '#shared/api/answers.ts';
import { freePort } from '../../../helpers/server-process.ts';
import {
  demoByCommand,
  endAll,
  exchange,
  expectRefused,
  greeted,
  LONG,
  linkOf,
  newFolder,
  type Run,
  run,
  start,
} from './runs.ts';

/** "Within a few seconds." */
const END_MS = 8_000;

/** How an upgrade with this Origin ends: a close code, or the HTTP status that refused it. */
function knock(base: string, origin: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/live/nobody`, { origin });
    socket.once('close', (code) => resolve(code));
    socket.once('unexpected-response', (_request, answer) => resolve(answer.statusCode ?? 0));
    socket.once('error', reject);
  });
}

afterAll(endAll);

describe('a running server', () => {
  let server: Run;
  let port: number;
  let base: string;
  const env = { HOST: '::', PORT: '', DATA_DIR: '' };

  beforeAll(async () => {
    port = await freePort();
    base = `http://127.0.0.1:${port}`;
    Object.assign(env, { PORT: String(port), DATA_DIR: newFolder() });
    server = start(env);
    await greeted(server);
  }, LONG);

  it(
    '[OP3] [OP7] a second one is told that the port, then that the folder is in use',
    async () => {
      await expectRefused(env, new RegExp(`Port ${port} is in use.*PORT=${port + 1}`));
      await expectRefused(
        { ...env, PORT: '0', METRICS_PORT: String(port), METRICS_HOST: '::' },
        new RegExp(`Port ${port} is in use.*METRICS_PORT=${port + 1}`),
      );
      await expectRefused({ ...env, PORT: '0' }, new RegExp(`in use by process ${server.child.pid}`));
      expect((await fetch(`${base}/health`)).status).toBe(200);
    },
    LONG,
  );

  it('[OP6] takes every loopback name as its own, and no other', async () => {
    for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
      const own = `http://${name}:${port}`;
      // 404: let in, and this link opens nothing. 4401: let in, and nobody is signed in.
      expect(await exchange(own, `${own}/j#${'x'.repeat(43)}`)).toBe(404);
      expect(await knock(own, own)).toBe(4401);
    }
    expect(await knock(base, `http://evil.test:${port}`)).toBe(403);
    expect(await knock(base, `http://127.0.0.1:${port + 1}`)).toBe(403);
  });

  it(
    '[OP10] npm run demo gives fresh links; earlier ones stay valid until the example is reset',
    async () => {
      const first = await demoByCommand(env);
      const second = await demoByCommand(env);
      for (const place of ['leon', 'krueger', 'wegner', 'aydin', 'screen']) {
        expect(linkOf(second, place)).not.toBe(linkOf(first, place));
        const opened = await exchange(base, linkOf(second, place));
        expect(opened).toEqual(expect.any(String));
        expect(await exchange(base, linkOf(first, place))).toBe(opened);
      }
      const before = await exchange(base, linkOf(first, 'leon'));
      const third = await demoByCommand(env, '--reset');
      expect(await exchange(base, linkOf(first, 'leon'))).toBe(404);
      const after = await exchange(base, linkOf(third, 'leon'));
      expect(after).toEqual(expect.any(String));
      expect(after).not.toBe(before);
    },
    LONG,
  );

  it('[OP11] on the network it prints a link for each address of this machine there', () => {
    const printed = [...server.out().matchAll(/real phone\s+(http:\/\/\S+)\/j#/g)].map(
      ([, origin]) => origin,
    );
    expect(printed).toEqual(lanAddresses().map((address) => `http://${address}:${port}`));
    expect(server.out()).toContain(`Planrunde is at http://localhost:${port}`);
  });

  it('[OP12] SIGTERM ends it within seconds, with open sockets, and it leaves no lock', async () => {
    const demo = await demoByCommand(env);
    const socket = await openSocket(linkOf(demo, 'leon'));
    const closed = new Promise<number>((resolve) => socket.once('close', (code) => resolve(code)));
    const began = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(END_MS);
    expect(await closed).toBe(4500);
    const lines = server
      .err()
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toEqual(
      ['server.listening', 'server.closing', 'server.closed'].map((event) =>
        expect.objectContaining({ level: 'info', event }),
      ),
    );
    expect(readdirSync(join(env.DATA_DIR, 'database'))).not.toContain('planrunde.lock');
  });

  it(
    '[OP12] SIGTERM to the process of `npm start` alone ends the server too',
    async () => {
      const own = { PORT: '0', DATA_DIR: newFolder() };
      const npm = run('npm', ['start'], own);
      await greeted(npm);
      const at = /Planrunde is at (\S+)/.exec(npm.out())?.[1] ?? '';
      const began = performance.now();
      npm.child.kill('SIGTERM');
      // Ends once nobody holds its output any more: npm, its shell and the server.
      await npm.ended;
      expect(performance.now() - began).toBeLessThan(END_MS);
      await expect(fetch(at)).rejects.toThrow();
      expect(readdirSync(join(own.DATA_DIR, 'database'))).not.toContain('planrunde.lock');
    },
    LONG,
  );

  it(
    '[OP20] EXAMPLE=off starts the embedded database without the example; the command still loads it',
    async () => {
      const plain = { PORT: '0', DATA_DIR: newFolder(), EXAMPLE: 'off' };
      const empty = start(plain);
      await greeted(empty);
      const at = /Planrunde is at (\S+)/.exec(empty.out())?.[1] ?? '';
      expect(empty.out()).not.toContain('/j#');
      expect(empty.out()).toContain('The embedded database is for trying out');
      expect((await fetch(`${at}/api/demo`)).status).toBe(404);
      expect(await exchange(at, linkOf(await demoByCommand(plain), 'leon'))).toEqual(expect.any(String));
      empty.child.kill('SIGTERM');
      expect(await empty.ended).toBe(0);
    },
    LONG,
  );

  it(
    '[OP11] HOST=0.0.0.0 takes requests at the addresses that it prints',
    async () => {
      const other = start({ ...env, HOST: '0.0.0.0' });
      await greeted(other);
      for (const address of ['127.0.0.1', ...lanAddresses()]) {
        const own = `http://${address}:${port}`;
        expect(await exchange(own, `${own}/j#${'x'.repeat(43)}`)).toBe(404);
        expect(address === '127.0.0.1' || other.out().includes(`${own}/j#`)).toBe(true);
      }
      other.child.kill('SIGTERM');
      expect(await other.ended).toBe(0);
    },
    LONG,
  );

  async function openSocket(url: string | null | undefined): Promise<WebSocket> {
    const answer = await fetch(`${base}/api/links/exchange`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: base },
      body: JSON.stringify({ token: new URL(url ?? '').hash.slice(1) }),
    });
    const { participationId } = (await answer.json()) as ExchangeAnswer;
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const socket = new WebSocket(`${base.replace('http', 'ws')}/live/${participationId}`, {
      origin: base,
      headers: { cookie },
    });
    await new Promise((resolve, reject) => {
      socket.once('message', resolve);
      socket.once('error', reject);
    });
    return socket;
  }
});
