import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connect } from '#server/db/database.ts';
import type { Sql } from '#server/db/sql.ts';
import type { EnterAnswer, HomeAnswer } from '#shared/api/answers.ts';
import { TestBrowser } from '../../helpers/app/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';

/** More than every wait of one test together. */
const LONG = 150_000;
const END_MS = 15_000;
/** A lease that has to run out, a beat that notices, and a setting on a busy machine. */
const SET_AGAIN = { timeout: 75_000, interval: 100 };

let server: ServerProcess;
let sql: Sql;
let pathOfPdf: string;
let browser: TestBrowser;
let typesetter: number;

/** A PDF is being set, by a process that this test holds still: it cannot have ended by itself. */
beforeEach(async () => {
  server = await startServer('postgres', { EXAMPLE: 'on' });
  sql = connect(server.databaseUrl ?? '', 2);
  browser = new TestBrowser(server.url, server.url);
  await browser.post('/api/demo/sign-in');
  const { meetings } = (await browser.get<HomeAnswer>('/api/staff/home')).body;
  const open = meetings.find(({ state }) => state !== 'sealed')?.facts.id;
  const { participationId } = (await browser.post<EnterAnswer>(`/api/staff/meetings/${open}/enter`)).body;
  const [version] = await sql<{ id: string }[]>`select id from protocol_version where sealed_at is not null`;
  pathOfPdf = `/api/p/${participationId}/versions/${version?.id}/protocol.pdf`;
  void browser.get(pathOfPdf).catch(() => undefined);
  typesetter = 0;
  await expect.poll(holdTypesetter, { timeout: 30_000, interval: 2 }).toBeGreaterThan(0);
  await expect.poll(jobs, { timeout: 5_000 }).toEqual([{ state: 'running', attempts: 1 }]);
}, LONG);
afterEach(async () => {
  if (isThere(typesetter)) {
    process.kill(typesetter, 'SIGKILL');
  }
  await sql.end({ timeout: 5 });
  await server.close();
}, LONG);

const jobs = async () => [
  ...(await sql<{ state: string; attempts: number }[]>`select state, attempts from job where kind = 'pdf'`),
];
const stored = async () => (await sql`select from protocol_pdf`).length;

/**
 * Stops the server's child as soon as it is the typesetter. One that is still a copy of the server, on
 * its way to becoming another program, would hold the server itself, which waits for that.
 */
function holdTypesetter(): number {
  const pid = server.pid();
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const first = Number(children.split(' ')[0]);
  if (first > 0 && readFileSync(`/proc/${first}/cmdline`, 'utf8').includes('pdf-child')) {
    process.kill(first, 'SIGSTOP');
    typesetter = first;
  }
  return typesetter;
}

/** One that has ended and waits to be collected is not there any more. */
function isThere(pid: number): boolean {
  try {
    return pid > 0 && !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

it(
  '[OP12] [OP33] SIGTERM ends server and typesetter in time, and the next start sets the PDF',
  async () => {
    expect(await server.stop(END_MS)).toBe(0);
    expect(isThere(typesetter)).toBe(false);
    expect([await jobs(), await stored()]).toEqual([[{ state: 'waiting', attempts: 0 }], 0]);
    await server.restart();
    await expect.poll(jobs, SET_AGAIN).toEqual([{ state: 'done', attempts: 1 }]);
    expect(await stored()).toBe(1);
    expect((await browser.get(pathOfPdf)).status).toBe(200);
    expect(await jobs()).toHaveLength(1);
  },
  LONG,
);

it(
  '[OP33] [PR51] a server that is killed leaves no typesetter, and sets the PDF after the next start',
  async () => {
    await server.kill();
    process.kill(typesetter, 'SIGCONT');
    await expect.poll(() => isThere(typesetter), { timeout: 30_000 }).toBe(false);
    expect([await jobs(), await stored()]).toEqual([[{ state: 'running', attempts: 1 }], 0]);
    await server.restart();
    await expect.poll(jobs, SET_AGAIN).toEqual([{ state: 'done', attempts: 2 }]);
    expect(await stored()).toBe(1);
    expect((await browser.get(pathOfPdf)).status).toBe(200);
    expect(await jobs()).toHaveLength(1);
  },
  LONG,
);
