import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { WebSocket as RawSocket } from 'ws';
import { WebSocket } from 'ws';
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
import type { MeetingView, TableView } from '#shared/api/view.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { mustBeView, mustFit } from './api-shape.ts';
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

/** Answer of a request. */
export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
  text: string;
}

/** What a browser does: keeps cookies, sends its origin, opens sockets. */
export class TestBrowser {
  readonly #url: string;
  readonly #origin: string;
  readonly cookies = new Map<string, string>();
  readonly #sockets: LiveSocket[] = [];

  constructor(url: string, origin: string) {
    this.#url = url;
    this.#origin = origin;
  }

  get<T>(path: string, headers: Record<string, string> = {}): Promise<Answer<T>> {
    return this.#request<T>('GET', path, undefined, headers);
  }

  post<T = Record<string, never>>(
    path: string,
    body: unknown = {},
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    return this.#request<T>('POST', path, body, headers);
  }

  cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Opens a live socket and collects what comes. */
  live(participationId: string): LiveSocket {
    const made = new LiveSocket(this.socket(`/live/${participationId}`));
    this.#sockets.push(made);
    return made;
  }

  /** Opens any socket with this browser's cookies and origin. */
  socket(path: string, origin = this.#origin): RawSocket {
    return new WebSocket(`${this.#url.replace('http', 'ws')}${path}`, {
      headers: { origin, cookie: this.cookieHeader() },
    });
  }

  close(): void {
    for (const socket of this.#sockets) {
      socket.close();
    }
  }

  async #request<T>(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer<T>> {
    const answer = await fetch(this.#url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.#origin,
        cookie: this.cookieHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      this.#keep(line);
    }
    const text = await answer.text();
    mustFit(method, path, answer.status, text);
    return { status: answer.status, headers: answer.headers, text, body: parse(text) as T };
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
    if (value === '' || /max-age=0/i.test(line)) {
      this.cookies.delete(name);
    } else {
      this.cookies.set(name, value);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A live socket with everything it got. */
export class LiveSocket {
  readonly socket: RawSocket;
  readonly texts: string[] = [];
  closed: { code: number } | null = null;
  readonly #waiting = new Set<() => void>();

  constructor(socket: RawSocket) {
    this.socket = socket;
    socket.on('message', (data) => {
      mustBeView(String(data));
      this.texts.push(String(data));
      this.#wake();
    });
    socket.on('close', (code) => {
      this.closed = { code };
      this.#wake();
    });
    socket.on('error', () => this.#wake());
  }

  /** The latest view. */
  get view(): MeetingView | null {
    const last = this.texts.at(-1);
    return last ? (JSON.parse(last) as MeetingView) : null;
  }

  /** Waits for a view that fits; fails with the latest one after five seconds. */
  async until(fits: (view: MeetingView) => boolean): Promise<MeetingView> {
    await this.#when(() => this.view !== null && fits(this.view));
    return this.view as MeetingView;
  }

  /** The same at the table. */
  async untilTable(fits: (view: TableView) => boolean = () => true): Promise<TableView> {
    return (await this.until((view) => view.kind === 'table' && fits(view))) as TableView;
  }

  async untilClosed(): Promise<number> {
    await this.#when(() => this.closed !== null);
    return this.closed?.code ?? 0;
  }

  close(): void {
    this.socket.terminate();
  }

  #when(ready: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        if (ready()) {
          clearTimeout(timer);
          this.#waiting.delete(check);
          resolve();
        }
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`waited in vain; closed: ${this.closed?.code}; last: ${this.texts.at(-1)}`));
      }, 5000);
      this.#waiting.add(check);
      check();
    });
  }

  #wake(): void {
    for (const check of [...this.#waiting]) {
      check();
    }
  }
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

/** The personal link of a place of the example. */
export function linkOf(demo: DemoAnswer, place: DemoPlace['id']): string {
  return demo.places.find(({ id }) => id === place)?.url ?? '';
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
