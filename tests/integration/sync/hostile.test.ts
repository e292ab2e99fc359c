import { connect as connectTcp, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { openPlan, openTable, openTestApp, type Place, type Table, type TestApp } from '../../helpers/app.ts';
import { type SyncClient, saved, until } from '../../helpers/sync-server.ts';

/** Sockets that mean no good, beside a meeting that must not notice. */
describe('hostile sockets', () => {
  let app: TestApp;
  let table: Table;
  let leon: Place;
  let honest: SyncClient;
  beforeAll(async () => {
    app = await openTestApp('embedded');
    table = await openTable(app);
    leon = await table.seat('leon');
    honest = openPlan(app, table.seidel, table.planId);
    await until(() => honest.provider.synced, 'the plan is there');
  });
  afterAll(async () => {
    honest.destroy();
    await app.stop();
  });

  const sync = (): WebSocket => leon.browser.socket(`/sync/${leon.id}/${table.planId}`);
  /** Opens a socket, does something, and gives the code it was closed with. */
  const codeAfter = async (socket: WebSocket, act: (socket: WebSocket) => void): Promise<number> => {
    socket.once('open', () => act(socket));
    socket.on('error', () => undefined);
    let closed: number | null = null;
    socket.once('close', (code) => {
      closed = code;
    });
    await expect.poll(() => closed, { timeout: 15_000 }).not.toBeNull();
    return closed ?? 0;
  };
  /** The other people at the table go on writing. */
  const undisturbed = async (): Promise<void> => {
    addGoal(honest.doc, null, { textOwn: 'Wir schreiben weiter' }, ORIGIN.list);
    await saved(honest);
    expect(honest.closes).toEqual([]);
    expect(table.seidel.live.closed).toBeNull();
    expect((await app.browser().get('/health')).status).toBe(200);
  };
  const rawUpgrade = (path: string, more = ''): Socket => {
    const socket = connectTcp(Number(new URL(app.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${app.url}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Cookie: ${leon.browser.cookieHeader()}\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`,
    );
    return socket;
  };

  it('[AC21] a message above the limit, or in too many fragments, is never put together', async () => {
    const large = new Uint8Array(LIMITS.messageBytes + 1);
    expect(await codeAfter(sync(), (socket) => socket.send(large))).toBe(1009);
    expect(await codeAfter(leon.browser.socket(`/live/${leon.id}`), (socket) => socket.send(large))).toBe(
      1009,
    );
    const drip = (socket: WebSocket): void => {
      for (let part = 0; part < 17_000; part++) {
        socket.send(Uint8Array.of(0), { fin: false });
      }
    };
    expect(await codeAfter(sync(), drip)).toBe(1008);
    await undisturbed();
  });

  it('[AC21] whoever talks on the live socket is closed, since nothing is to be said there', async () => {
    const socket = leon.browser.socket(`/live/${leon.id}`);
    expect(await codeAfter(socket, () => socket.send('hello'))).toBe(4400);
    await undisturbed();
  });

  it('[AC21] compression is not negotiated', async () => {
    const socket = rawUpgrade(`/live/${leon.id}`, 'Sec-WebSocket-Extensions: permessage-deflate\r\n');
    const answer = await new Promise<string>((resolve) => {
      socket.once('data', (data) => resolve(data.toString('latin1')));
    });
    socket.destroy();
    expect(answer).toMatch(/^HTTP\/1.1 101 /);
    expect(answer).not.toMatch(/Sec-WebSocket-Extensions/i);
  });

  it('[AC21] frames that no client may send reach nobody', async () => {
    const evil = [
      [0x82, 0x01, 0x00],
      [0x83, 0x80, 1, 2, 3, 4],
      [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 2, 3, 4],
      [0x88, 0x82, 0, 0, 0, 0, 0, 1],
      [0x81, 0x81, 0, 0, 0, 0, 0xff],
    ];
    for (const path of [`/live/${leon.id}`, `/sync/${leon.id}/${table.planId}`, '/live/nobody']) {
      for (const bytes of evil) {
        const socket = rawUpgrade(path);
        socket.once('data', () => socket.write(Uint8Array.from(bytes)));
        await new Promise((resolve) => socket.once('close', resolve));
      }
    }
    await undisturbed();
  });

  it('[SY12] a few pings are answered, pings without an end end the socket', async () => {
    for (const path of [`/live/${leon.id}`, `/sync/${leon.id}/${table.planId}`]) {
      for (const kind of ['ping', 'pong'] as const) {
        const socket = leon.browser.socket(path);
        let pongs = 0;
        socket.on('pong', () => pongs++);
        await new Promise((resolve) => socket.once('open', resolve));
        for (let n = 0; n < 20; n++) {
          socket.ping();
        }
        await until(() => pongs === 20, 'the pings are answered');
        for (let n = 0; n < 500; n++) {
          socket[kind]();
        }
        await until(() => socket.readyState === socket.CLOSED, `${path} ends after too many of ${kind}`);
      }
    }
    await undisturbed();
  });

  it('[AC21] connections that never say what they want are cut off', async () => {
    const half = Array.from({ length: 50 }, () => {
      const socket = connectTcp(Number(new URL(app.url).port), '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('GET /live/x HTTP/1.1\r\nHost: x\r\n');
      return socket.resume();
    });
    // Refused, and never answering the close frame.
    const refused = Array.from({ length: 50 }, () => rawUpgrade('/live/nobody').resume());
    await undisturbed();
    const all = [...half, ...refused];
    await until(() => all.every(({ destroyed }) => destroyed), 'all are cut off', 20_000);
    await undisturbed();
  });
});
