import { randomUUID } from 'node:crypto';
import { connect as connectSocket, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import type { EnterAnswer, HomeAnswer, VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { memoryMb } from '../../bench/measure/process.ts';
import { openLink } from '../../faults/link.ts';
import { openTable, openTestApp, TestBrowser } from '../../helpers/app.ts';
import { DATABASE_KINDS } from '../../helpers/database.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { secondContent } from '../../unit/protocol/leon.ts';

const LONG = 150_000;
let numbers = 0;

/** Somebody at a table with a large version to read. */
interface Seat {
  browser: TestBrowser;
  meetingId: string;
  path: string;
  version: { id: string; content: Uint8Array };
}

/** A version of some eight megabytes, as an evening of pasting makes one. */
async function plantLargeVersion(
  sql: Sql,
  meetingId: string,
  pieces = 80,
): Promise<{ id: string; content: Uint8Array }> {
  const id = randomUUID();
  const agreements = Array.from({ length: pieces }, (_, n) => `Abrede ${n}: ${`${n} Wörter `.repeat(9_000)}`);
  const content = canonicalBytes({ ...secondContent(), agreements });
  await sql`insert into protocol_version (id, meeting_id, number, code, content, sha256, frozen_at)
    values (${id}, ${meetingId}, ${`9.${numbers++}`}, 'AA-AAA', ${Buffer.from(content)}, ${'0'.repeat(64)}, now())`;
  return { id, content };
}

describe.each(DATABASE_KINDS)('a large version (%s)', (kind) => {
  it(
    '[PR59] is sent as it is stored, and content of an unknown form is told as that',
    async () => {
      const app = await openTestApp(kind);
      try {
        const { seidel, meetingId } = await openTable(app);
        const { sql } = app.database;
        const { id, content } = await plantLargeVersion(sql, meetingId, 8);
        const path = `/api/p/${seidel.id}/versions/${id}`;
        const read = await seidel.browser.get<VersionAnswer>(path);
        expect(read.body.version).toMatchObject({ id, sha256: '0'.repeat(64) });
        expect(Buffer.from(canonicalBytes(read.body.content)).equals(content)).toBe(true);
        const taken = await seidel.browser.get(`${path}/protocol.json`);
        const bytes = Buffer.from(taken.text);
        expect(taken.headers.get('content-length')).toBe(String(bytes.length));
        expect(bytes.subarray(11, 11 + content.length).equals(content)).toBe(true);
        const other = randomUUID();
        const newer = Buffer.from(content).toString().replace('"schemaVersion":1', '"schemaVersion":12');
        await sql`insert into protocol_version (id, meeting_id, number, code, content, sha256, frozen_at)
        values (${other}, ${meetingId}, '99.0', 'AA-AAA', ${Buffer.from(newer)}, ${'0'.repeat(64)}, now())`;
        for (const end of ['', '/protocol.json', '/protocol.pdf']) {
          const answer = await seidel.browser.get<ErrorBody>(`/api/p/${seidel.id}/versions/${other}${end}`);
          expect([answer.status, answer.body.error]).toEqual([501, 'unknown_form']);
        }
      } finally {
        await app.stop();
      }
    },
    LONG,
  );
});

describe('a server of which somebody asks too much', () => {
  let server: ServerProcess;
  let sql: Sql;
  let seat: Seat;
  const open: Socket[] = [];
  beforeAll(async () => {
    server = await startServer('postgres', { EXAMPLE: 'on' });
    sql = connect(server.databaseUrl ?? '', 2);
    seat = await sit(server, sql);
  }, LONG);
  afterAll(async () => {
    for (const socket of open) {
      socket.destroy();
    }
    await sql.end({ timeout: 5 });
    await server.close();
  }, LONG);

  /** A reader that asks, takes a little and then nothing more. Gives the status of the answer. */
  const stall = (at: Seat & { port: number }): Promise<string> => {
    const socket = connectSocket(at.port, '127.0.0.1');
    open.push(socket);
    socket.on('error', () => {});
    const cookie = at.browser.cookieHeader();
    socket.write(`GET ${at.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n\r\n`);
    return new Promise((resolve) => {
      socket.once('data', (first) => {
        socket.pause();
        resolve(first.toString('latin1').slice(9, 12));
      });
    });
  };

  it(
    '[PR59] eighty who hang up in the middle hold nobody up, and leave no memory behind',
    async () => {
      const { browser, path, version } = seat;
      await browser.get(path);
      const before = memoryMb(server.pid()).pss;
      const devices: TestBrowser[] = [];
      while (devices.length < 20) {
        devices.push(await anotherDevice(server, seat));
      }
      let slowest = 0;
      let isOver = false;
      const watch = (async () => {
        while (!isOver) {
          const began = performance.now();
          await fetch(`${server.url}/health`);
          slowest = Math.max(slowest, performance.now() - began);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      })();
      const gone = devices.flatMap((device, n) =>
        Array.from({ length: 4 }, () =>
          fetch(server.url + path, {
            headers: { cookie: device.cookieHeader() },
            signal: AbortSignal.timeout(200 + 20 * n),
          }).catch(() => undefined),
        ),
      );
      await Promise.all(gone);
      // What was asked for and abandoned is worked off, or not, before the next is answered.
      const whole = await browser.get<VersionAnswer>(path);
      isOver = true;
      await watch;
      expect(slowest).toBeLessThan(2_000);
      expect(memoryMb(server.pid()).pss - before).toBeLessThan(200);
      expect(canonicalBytes(whole.body.content).length).toBe(version.content.length);
    },
    LONG,
  );

  it(
    '[PR59] one device has four places; who hangs up gives theirs back',
    async () => {
      const codes: string[] = [];
      for (let asked = 0; asked < 5; asked++) {
        codes.push(await stall({ ...seat, port: server.port }));
      }
      expect(codes).toEqual(['200', '200', '200', '200', '429']);
      for (const socket of open.splice(0)) {
        socket.destroy();
      }
      await expect.poll(async () => (await seat.browser.get(seat.path)).status).toBe(200);
    },
    LONG,
  );

  it(
    '[OP12] SIGTERM ends it while a reader takes nothing and the database says nothing',
    async () => {
      const link = await openLink(Number(new URL(server.databaseUrl ?? '').port || 5432));
      const behind = new URL(server.databaseUrl ?? '');
      behind.port = String(link.port);
      const other = await startServer('postgres', { DATABASE_URL: behind.href, EXAMPLE: 'on' });
      try {
        const there = await sit(other, sql);
        expect(await stall({ ...there, port: other.port })).toBe('200');
        link.up.silent = true;
        link.down.silent = true;
        void there.browser.get('/api/staff/home').catch(() => undefined);
        expect([0, 1]).toContain(await other.stop(15_000));
      } finally {
        await link.close();
        await other.close();
      }
    },
    LONG,
  );
});

/** The same person at one more device, with a session of its own: one session has few devices. */
async function anotherDevice({ url }: ServerProcess, seat: Seat): Promise<TestBrowser> {
  const browser = new TestBrowser(url, url);
  await browser.post('/api/demo/sign-in');
  const entered = await browser.post<EnterAnswer>(`/api/staff/meetings/${seat.meetingId}/enter`);
  expect(entered.status).toBe(200);
  return browser;
}

/** Frau Seidel at her table, with a large version to read. */
async function sit(server: ServerProcess, sql: Sql): Promise<Seat> {
  const browser = new TestBrowser(server.url, server.url);
  await browser.post('/api/demo/sign-in');
  const { meetings } = (await browser.get<HomeAnswer>('/api/staff/home')).body;
  const meetingId = meetings.find(({ state }) => state !== 'sealed')?.facts.id ?? '';
  const { participationId } = (await browser.post<EnterAnswer>(`/api/staff/meetings/${meetingId}/enter`))
    .body;
  const version = await plantLargeVersion(sql, meetingId);
  return { browser, meetingId, version, path: `/api/p/${participationId}/versions/${version.id}` };
}
