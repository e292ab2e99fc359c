import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LiveSocket } from '../../../helpers/app/live-socket.ts';
import {
  closeCode,
  openTable,
  openTestApp,
  type Place,
  type Table,
  type TestApp,
} from '../../../helpers/app.ts';
import { DATABASE_KINDS } from '../../../helpers/database.ts';
import { until } from '../../../helpers/sync-server.ts';

describe.each(DATABASE_KINDS)('lobby and sockets (%s)', (kind) => {
  let app: TestApp;
  let table: Table;
  beforeAll(async () => {
    app = await openTestApp(kind);
    table = await openTable(app);
  });
  afterAll(() => app.stop());

  it('[AC8] a foreign Origin gets 403 on every socket, whatever the cookie', async () => {
    const paths = [`/live/${table.seidel.id}`, `/sync/${table.seidel.id}/${table.planId}`];
    for (const path of paths) {
      for (const origin of [
        '',
        'null',
        'http://evil.example',
        `${app.url}.evil.example`,
        app.url.replace('http', 'https'),
      ]) {
        const socket = table.seidel.browser.socket(path, origin);
        const status = await new Promise((resolve) => {
          socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
          socket.on('open', () => resolve('open'));
          socket.on('error', () => undefined);
        });
        socket.terminate();
        expect(`${origin} ${status}`).toBe(`${origin} 403`);
      }
    }
  });

  it('[AC8] without a session a socket is opened and closed with 4401, on a foreign meeting with 4403', async () => {
    const nobody: Place = { ...table.seidel, browser: app.browser() };
    expect(await closeCode(`/live/${table.seidel.id}`, nobody)).toBe(4401);
    expect(await closeCode('/live/unknown', nobody)).toBe(4401);
    expect(await closeCode(`/sync/${table.seidel.id}/${table.planId}`, nobody)).toBe(4401);
    expect(await closeCode(`/sync/${table.seidel.id}/another-meeting`, table.seidel)).toBe(4403);
  });

  it('[AC15] packets that killed other servers do not kill this one', async () => {
    const port = Number(new URL(app.url).port);
    const upgrade = 'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n';
    const lines = [
      `GET // HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      `GET http://[ HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      `GET /live/%E0%A4%A HTTP/1.1\r\nHost: x\r\nOrigin: ${app.url}\r\n${upgrade}\r\n`,
      `GET /live/${table.seidel.id} HTTP/1.1\r\nHost: x\r\nOrigin: ${app.url}\r\n${upgrade}Sec-WebSocket-Key: no\r\n\r\n`,
      `POST /api/links/exchange HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\n{`,
      '\x16\x03\x01 nothing of http\r\n\r\n',
    ];
    for (const line of lines) {
      await new Promise<void>((resolve) => {
        const socket = connectTcp(port, '127.0.0.1', () => {
          socket.write(line);
          // A reset in the middle of the upgrade, before the database has answered.
          setImmediate(() => socket.resetAndDestroy());
        });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    }
    expect((await app.browser().get('/health')).status).toBe(200);
  });

  it('[AC11] one participation cannot open sockets without end', async () => {
    const leon = await table.seat('leon');
    const sockets = Array.from({ length: 14 }, () => new LiveSocket(leon.browser.socket(`/live/${leon.id}`)));
    await until(() => sockets.filter(({ closed }) => closed).length >= 2, 'some are closed');
    expect(sockets.flatMap(({ closed }) => closed?.code ?? [])).toEqual(expect.arrayContaining([4429, 4429]));
    for (const socket of sockets) {
      socket.close();
    }
    await until(() => sockets.every(({ closed }) => closed), 'all are closed');
  });
});
