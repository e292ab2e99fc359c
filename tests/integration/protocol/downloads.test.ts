import { randomUUID } from 'node:crypto';
import { connect as connectSocket, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import type { MadeRoom, VersionAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { versionAnswer } from '#shared/api/version-answer.ts';
import { readJson } from '#shared/json.ts';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import { memoryMb } from '../../bench/measure/process.ts';
import { openLink } from '../../faults/link.ts';
import { TestBrowser } from '../../helpers/app/browser.ts';
import { openTable, openTestApp } from '../../helpers/app.ts';
import { createServerDatabase, USE_CASE_KINDS } from '../../helpers/database.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { GOLDEN_V1 } from '../../unit/protocol/frozen-v1.ts';
import { GOLDEN_V2 } from '../../unit/protocol/frozen-v2.ts';
import { secondContent } from '../../unit/protocol/leon.ts';

const LONG = 150_000;
/** Each with four places for large answers. */
const DEVICES = 21;
let numbers = 0;

/** Somebody at a table with a large version to read, and everybody else there. */
interface Seat {
  browser: TestBrowser;
  path: string;
  others: MadeRoom['places'];
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

describe.each(USE_CASE_KINDS)('a large version (%s)', (kind) => {
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
        const newer = Buffer.from(content).toString().replace('"schemaVersion":3', '"schemaVersion":31');
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

/** One of each form. */
const ON_PAPER = new Set([GOLDEN_V1, GOLDEN_V2].map((all) => all.at(-1)?.bytes));

describe.each(USE_CASE_KINDS)('a version of an older form (%s)', (kind) => {
  it(
    '[PR6] is read, taken along and set on paper, as it was frozen',
    async () => {
      const app = await openTestApp(kind);
      try {
        const { seidel, meetingId } = await openTable(app);
        for (const { name, bytes, sha256 } of [...GOLDEN_V1, ...GOLDEN_V2]) {
          const id = randomUUID();
          await app.database.sql`
            insert into protocol_version (id, meeting_id, number, code, content, sha256, frozen_at)
            values (${id}, ${meetingId}, ${`9.${numbers++}`}, 'AA-AAA', ${Buffer.from(bytes)}, ${sha256}, now())`;
          const path = `/api/p/${seidel.id}/versions/${id}`;
          const read = await seidel.browser.get(path);
          expect(readJson(versionAnswer, read.text)?.content, name).toEqual(parseCanonical(bytes));
          const { text } = await seidel.browser.get(`${path}/protocol.json`);
          expect(
            Buffer.from(text)
              .subarray(11, 11 + bytes.length)
              .equals(bytes),
            name,
          ).toBe(true);
          // Each takes a process of its own; how all of them are drawn is shown without one.
          if (ON_PAPER.has(bytes)) {
            expect((await seidel.browser.get(`${path}/protocol.pdf`)).status, name).toBe(200);
          }
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
  /** How another server ended; it takes its time and nothing else, so it goes on beside all the rest. */
  let ended: Promise<{ stalled: string; code: number | null }>;
  const open: Socket[] = [];
  beforeAll(async () => {
    server = await startServer('postgres', { EXAMPLE: 'on' });
    sql = connect(server.databaseUrl ?? '', 2);
    ended = endAmidSilence();
    // It is looked at in a test of its own.
    ended.catch(() => undefined);
    seat = await sit(server, sql, DEVICES);
  }, LONG);
  afterAll(async () => {
    for (const socket of open) {
      socket.destroy();
    }
    await sql.end({ timeout: 5 });
    await server.close();
  }, LONG);

  /** A reader that asks, takes a little and then nothing more. Gives the status of the answer. */
  const stall = (at: Seat & { port: number }, kept = open): Promise<string> => {
    const socket = connectSocket(at.port, '127.0.0.1');
    kept.push(socket);
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
      const { origin } = new URL(server.url);
      const gone = seat.others.flatMap(({ cookie, participationId }, n) =>
        Array.from({ length: 4 }, () =>
          fetch(`${origin}/api/p/${participationId}/versions/${version.id}`, {
            headers: { cookie: cookie ?? '' },
            signal: AbortSignal.timeout(200 + 20 * n),
          }).catch(() => undefined),
        ),
      );
      await Promise.all(gone);
      // What was asked for and abandoned is worked off, or not, before the next is answered.
      const whole = await browser.get<VersionAnswer>(path);
      isOver = true;
      await watch;
      // Two seconds are the aim; beside other programs it may take thrice as long.
      expect(slowest).toBeLessThan(6_000);
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
      const again = async (): Promise<number> => (await seat.browser.get(seat.path)).status;
      await expect.poll(again, { timeout: 20_000 }).toBe(200);
    },
    LONG,
  );

  it(
    '[OP12] SIGTERM ends it while a reader takes nothing and the database says nothing',
    async () => {
      const { stalled, code } = await ended;
      expect(stalled).toBe('200');
      expect([0, 1]).toContain(code);
    },
    LONG,
  );

  async function endAmidSilence(): ReturnType<() => typeof ended> {
    // One process a database.
    const database = await createServerDatabase();
    const own = connect(database.url, 1);
    const behind = new URL(database.url);
    const link = await openLink(Number(behind.port || 5432));
    behind.port = String(link.port);
    const other = await startServer('postgres', { DATABASE_URL: behind.href, EXAMPLE: 'on' });
    const elsewhere: Socket[] = [];
    try {
      const there = await sit(other, own, 2);
      const stalled = await stall({ ...there, port: other.port }, elsewhere);
      link.up.silent = true;
      link.down.silent = true;
      void there.browser.get('/api/staff/home').catch(() => undefined);
      return { stalled, code: await other.stop(11_000) };
    } finally {
      elsewhere[0]?.destroy();
      await link.close();
      await other.close();
      await own.end();
      await database.drop();
    }
  }
});

/** Somebody who leads a meeting with so many others, and with a large version to read. */
async function sit(server: ServerProcess, sql: Sql, people: number): Promise<Seat> {
  const { meetingId, places } = await server.room(people);
  const [leader, ...others] = places;
  const browser = new TestBrowser(server.url, server.url);
  const [name = '', value = ''] = (leader?.cookie ?? '').split('=');
  browser.cookies.set(name, value);
  const version = await plantLargeVersion(sql, meetingId);
  return { browser, others, version, path: `/api/p/${leader?.participationId}/versions/${version.id}` };
}
