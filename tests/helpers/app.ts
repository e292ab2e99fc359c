import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import * as Y from 'yjs';
import { type AppWithExample, createAppWithExample } from '#server/example/extension.ts';
import type { RequestLimits } from '#server/http/request-limit.ts';
import { PATIENCE, reservePort } from '#server/listen.ts';
import { type Log, openLog } from '#server/log/log.ts';
import type { PdfLimits } from '#server/protocol/export/pdf-task.ts';
import { createPgFacts, createPgStore } from '#server/sync/log/pg-store.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import type { SyncHub } from '#server/sync/types.ts';
import type { DemoAnswer, DemoPlace, EnterAnswer, ExchangeAnswer, HomeAnswer } from '#shared/api/answers.ts';
import type { ErrorBody } from '#shared/api/errors.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { type Answer, TestBrowser } from './app/browser.ts';
import { LiveSocket } from './app/live-socket.ts';
import { type DatabaseKind, openTestDatabase, type TestDatabase } from './database.ts';
import { connectClient, type SyncClient } from './sync-server.ts';

/** The whole server in this process, without pages. */
export interface TestApp extends AppWithExample {
  url: string;
  database: TestDatabase;
  hub: SyncHub;
  /** A browser of its own: cookies, live sockets. */
  browser(): TestBrowser;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  baseUrl?: string;
  now?: () => Date;
  dataDir?: string;
  flushMs?: number;
  recheckMs?: number;
  pdfLimits?: PdfLimits;
  /** Without it a test may ask as often as it likes. */
  requestLimits?: RequestLimits;
  /** A database that is open already; it stays open when the app stops. */
  database?: TestDatabase;
  /** Something in the place of the log. */
  store?: (store: LogStore) => LogStore;
  /** In the place of errors on standard error. */
  log?: Log;
}

/** Starts it, on a fresh database or on the given one. */
export async function openTestApp(kind: DatabaseKind, options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await openTestDatabase(kind));
  const { sql } = database;
  const log = createPgStore(sql);
  const hub = createSyncHub({
    kinds: DOCUMENT_KINDS,
    store: options.store?.(log) ?? log,
    facts: createPgFacts(sql),
  });
  const port = await reservePort('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}`;
  const planrunde = createAppWithExample({
    sql,
    hub,
    log: options.log ?? openLog('error'),
    database: kind,
    secret: 'k7Qm2vX9pL4tR8wZ1nB6yH3cD5fG0jSa',
    baseUrl: options.baseUrl ?? url,
    origins: new Set([options.baseUrl ?? url]),
    clientFolder: null,
    dataDir: options.dataDir ?? null,
    requestLimits: options.requestLimits ?? { commands: 100_000, reads: 100_000 },
    ...(options.pdfLimits ? { pdfLimits: options.pdfLimits } : {}),
    ...(options.now ? { now: options.now } : {}),
    ...(options.flushMs ? { flushMs: options.flushMs } : {}),
    ...(options.recheckMs ? { recheckMs: options.recheckMs } : {}),
  });
  const server = serve({
    fetch: planrunde.app.fetch,
    port,
    hostname: '127.0.0.1',
    serverOptions: PATIENCE,
    websocket: { server: planrunde.sockets },
  });
  await new Promise<void>((resolve) => {
    if ((server.address() as AddressInfo | null) !== null) {
      resolve();
    } else {
      server.once('listening', () => resolve());
    }
  });
  await planrunde.start();
  const browsers: TestBrowser[] = [];
  return {
    ...planrunde,
    url,
    database,
    hub,
    browser() {
      const made = new TestBrowser(url, options.baseUrl ?? url);
      browsers.push(made);
      return made;
    },
    async stop() {
      for (const browser of browsers) {
        browser.close();
      }
      await planrunde.close();
      await hub.close();
      await new Promise((resolve) => server.close(resolve));
      if (!options.database) {
        await database.close();
      }
    },
  };
}

/** A stock provider on the plan of a meeting, with this person's cookie. */
export function openPlan(app: TestApp, place: Place, documentId: string): SyncClient {
  const url = `${app.url.replace('http', 'ws')}/sync/${place.id}`;
  return connectClient(url, documentId, new Y.Doc(), {
    origin: app.url,
    cookie: place.browser.cookieHeader(),
  });
}

/** Somebody at a place: their browser and their participation. */
export interface Place {
  browser: TestBrowser;
  id: string;
  live: LiveSocket;
  /** Device of a guest who has knocked. */
  deviceId?: string;
}

/** Who sits at a place. */
export async function personAt({ live }: Place): Promise<string> {
  return (await live.untilTable()).me.person?.id ?? '';
}

/** The example case with Frau Seidel at the table. */
export interface Table {
  app: TestApp;
  demo: DemoAnswer;
  seidel: Place;
  meetingId: string;
  /** The plan's document. */
  planId: string;
  /** Opens a personal link in a browser of its own and says "yes, that is me". */
  knock(place: DemoPlace['id']): Promise<Place>;
  /** Knocks and is let in. */
  seat(place: DemoPlace['id']): Promise<Place>;
}

/** Loads the example and signs Frau Seidel in. */
export async function openTable(app: TestApp): Promise<Table> {
  await app.demo.ensure();
  const demo = await app.demo.freshLinks(app.url);
  const browser = app.browser();
  await browser.post('/api/demo/sign-in');
  const home = await browser.get<HomeAnswer>('/api/staff/home');
  const meetingId = home.body.meetings.find(({ state }) => state !== 'sealed')?.facts.id ?? '';
  const entered = await browser.post<EnterAnswer>(`/api/staff/meetings/${meetingId}/enter`);
  const id = entered.body.participationId;
  const seidel = { browser, id, live: browser.live(id) };
  const { documents } = await seidel.live.untilTable();
  const knock = async (place: DemoPlace['id']): Promise<Place> => {
    const guest = app.browser();
    const participationId = await openLink(guest, linkOf(demo, place));
    await guest.post(`/api/p/${participationId}/confirm`);
    const [device] = await app.database.sql<{ id: string }[]>`
      select id from device where participation_id = ${participationId} order by created_at desc limit 1`;
    return {
      browser: guest,
      id: participationId,
      live: guest.live(participationId),
      ...(device ? { deviceId: device.id } : {}),
    };
  };
  return {
    app,
    demo,
    seidel,
    meetingId,
    planId: documents.plan,
    knock,
    async seat(place) {
      const guest = await knock(place);
      await browser.post(`/api/p/${id}/admissions/${guest.deviceId}`, { decision: 'admit' });
      await guest.live.untilTable();
      return guest;
    },
  };
}

/** The same, with the example as it was at the start. */
export async function openFreshTable(app: TestApp): Promise<Table> {
  await app.demo.ensure();
  await app.demo.reset();
  return openTable(app);
}

/** A command of somebody in their meeting. */
export function post({ browser, id }: Place, path: string, body: unknown = {}): Promise<Answer<ErrorBody>> {
  return browser.post<ErrorBody>(`/api/p/${id}/${path}`, body);
}

/** How a socket that somebody opens is closed. */
export function closeCode(path: string, { browser }: Place): Promise<number> {
  return new LiveSocket(browser.socket(path)).untilClosed();
}

/** The personal link of a place of the example. */
export function linkOf(demo: DemoAnswer, place: DemoPlace['id']): string {
  return demo.places.find(({ id }) => id === place)?.url ?? '';
}

/** A personal link that the facilitator makes now. */
export async function newLink({ seidel }: Table, participationId: string): Promise<string> {
  const path = `/api/p/${seidel.id}/people/${participationId}/link`;
  return (await seidel.browser.post<{ url: string }>(path)).body.url;
}

/** What follows the # of a link. */
export function tokenOf(url: string): string {
  return url.slice(url.indexOf('#') + 1);
}

/** Exchanges a personal link; gives the participation. */
export async function openLink(browser: TestBrowser, url: string): Promise<string> {
  const answer = await browser.post<ExchangeAnswer & Partial<ErrorBody>>('/api/links/exchange', {
    token: tokenOf(url),
  });
  if (answer.status !== 200) {
    throw new Error(`the link was not taken: ${answer.text}`);
  }
  return answer.body.participationId;
}
