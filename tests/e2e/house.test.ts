import type { IncomingMessage } from 'node:http';
import { createServer, type Server } from 'node:net';
import type { Browser, Page, Request } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { startTlsProxy } from '../helpers/tls-proxy.ts';
import {
  addGoal,
  admit,
  comeToLobby,
  decide,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  SOON,
  saved,
  showList,
} from './round.ts';

const HOST = 'plan.test';
const BASE = `https://${HOST}`;
/** Where the drawing library asks for its one picture; the content policy must stop it. */
const TRACKING = /^https:\/\/cdn\.tldraw\.com\//;
/** Chromium asks its makers for updates and accounts; what pages ask for is seen in their requests. */
const OF_CHROMIUM = /(^|\.)(google|googleapis|gstatic)\.com$/;
/** Later versions of the drawing library blank the board after five seconds. */
const BOARD_STAYS_MS = 8_000;

/** What every page asked for, and what was stopped. */
interface Seen {
  requests: Request[];
  stopped: { url: string; why: string }[];
  sockets: string[];
  violations: string[];
}

/** A line of the proxy's log, with the headers that could carry a secret. */
interface Logged {
  line: string;
  headers: string;
}

describe('[OP8] over https, nothing leaves the house', () => {
  let server: ServerProcess;
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
  let elsewhere: { server: Server; port: number; hellos: string[] };
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let screen: Place;
  const seen: Seen = { requests: [], stopped: [], sockets: [], violations: [] };
  const log: Logged[] = [];

  beforeAll(async () => {
    server = await startServer('embedded', { BASE_URL: BASE });
    proxy = await startTlsProxy(server.port, (incoming) => log.push(asLogged(incoming)));
    elsewhere = await startElsewhere();
    // Every other name leads to a door that writes down who knocks.
    const rules = `MAP ${HOST}:443 127.0.0.1:${proxy.port},MAP * 127.0.0.1:${elsewhere.port}`;
    // Chromium itself asks its makers about the fields of every form; that is no request of a page.
    const quiet = '--disable-features=AutofillServerCommunication';
    browser = await openBrowser(`--host-resolver-rules=${rules}`, quiet);
    demo = await server.demo();
    seidel = await open('seidel', SCREENS.laptop);
    leon = await open('leon', SCREENS.phone);
    screen = await open('screen', SCREENS.wall);
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph([seidel, leon, screen], `house-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
    elsewhere?.server.close();
    await server?.close();
  });

  it('the start page and every link carry the public address', async () => {
    expect(new Set(demo.places.flatMap(({ url }) => (url ? [new URL(url).origin] : [])))).toEqual(
      new Set([BASE]),
    );
    await seidel.page.goto(BASE);
    await seidel.page.getByRole('heading', { level: 1 }).waitFor(SOON);
  });

  it('sign-in, lobby, admission and the shared screen', async () => {
    await openTable(seidel, BASE, demo);
    await comeToLobby(leon, demo);
    await comeToLobby(screen, demo);
    await leon.page.getByText('Frau Seidel holt dich gleich rein').waitFor(SOON);
    await admit(seidel, 'Leon');
    await admit(seidel, 'Bildschirm');
    await leon.page.getByTestId('table').waitFor(SOON);
    await screen.page.getByTestId('wall').waitFor(SOON);
  });

  it('the board stays, and words travel', async () => {
    await moveTo(seidel, 'ressourcen');
    await seidel.page.getByTestId('board-resources').locator('.tl-canvas').waitFor(SOON);
    await moveTo(seidel, 'ziele');
    const board = seidel.page.getByTestId('board-goals');
    await board.locator('.tl-canvas').waitFor(SOON);
    // Here time itself is what is tested.
    await seidel.page.waitForTimeout(BOARD_STAYS_MS);
    expect(await board.locator('.tl-canvas').isVisible()).toBe(true);
    await board.getByText('zusammen zu Abend').first().waitFor(SOON);
    await showList(seidel);
    await addGoal(seidel, 'Nichts verlässt das Haus.');
    await row(seidel, 'Nichts verlässt das Haus.').waitFor(SOON);
    await screen.page.getByText('Nichts verlässt das Haus.').first().waitFor(SOON);
    await saved(seidel);
  });

  it('the frozen reading page, the decisions, the PDF', async () => {
    await moveTo(seidel, 'abschluss');
    await seidel.page.getByTestId('freeze').click();
    await leon.page.getByText('Fassung 2.0').first().waitFor(SOON);
    await decide(leon, 'einverstanden', 'Leon');
    await seidel.page.getByTestId('protocol-own-decision').first().click();
    await decide(seidel, 'einverstanden', 'Katrin Seidel');
    const back = seidel.page.getByTestId('protocol-back-to-round');
    if (await back.isVisible()) {
      await back.click();
    }
    await seidel.page.getByTestId('protocol-seal').click();
    await seidel.page.getByTestId('protocol-seal-confirm').click();
    await seidel.page.getByTestId('protocol-done').waitFor(SOON);
    const [file] = await Promise.all([
      seidel.page.waitForEvent('download', { timeout: 60_000 }),
      seidel.page.getByTestId('protocol-download-pdf').click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.pdf$/);
    expect(await file.failure()).toBeNull();
  });

  it('no request and no socket went to another host; only the known picture was stopped', () => {
    const foreign = seen.requests.map((request) => request.url()).filter((url) => !isOfTheHouse(url));
    expect(foreign.filter((url) => !TRACKING.test(url))).toEqual([]);
    expect(seen.stopped.filter(({ url }) => !isOfTheHouse(url)).map(({ why }) => why)).toEqual(
      foreign.map(() => 'csp'),
    );
    expect(seen.sockets.length).toBeGreaterThan(3);
    expect(seen.sockets.filter((url) => new URL(url).origin !== `wss://${HOST}`)).toEqual([]);
    // The violation tells of exactly that picture: the policy was there and stopped it.
    expect(seen.violations.filter((violation) => !TRACKING.test(violation))).toEqual([]);
    expect(seen.violations.length).toBeGreaterThan(0);
  });

  it('at the doors of all other hosts nobody but Chromium itself has knocked', async () => {
    const { page, context } = await openFor(browser, 'krueger', SCREENS.laptop);
    await expect(page.goto('https://elsewhere.test/')).rejects.toThrow();
    await context.close();
    await expect.poll(() => elsewhere.hellos, SOON).toContain('elsewhere.test');
    const others = elsewhere.hellos.filter((host) => !OF_CHROMIUM.test(host) && host !== 'elsewhere.test');
    expect(others).toEqual([]);
  });

  it('cookies are hidden from scripts, bound to this host and never sent by other pages', async () => {
    for (const place of [seidel, leon, screen]) {
      const cookies = await place.context.cookies();
      expect(cookies.length).toBeGreaterThan(0);
      for (const { name, secure, httpOnly, sameSite, domain, path } of cookies) {
        expect({ name, secure, httpOnly, sameSite, domain, path }).toEqual({
          name: expect.stringMatching(/^__Host-planrunde/),
          secure: true,
          httpOnly: true,
          sameSite: 'Strict',
          domain: HOST,
          path: '/',
        });
      }
      expect(await place.page.evaluate(() => document.cookie)).toBe('');
    }
  });

  it('[UI15] no token is in an address, a header or the server’s output', () => {
    const used = demo.places.filter(({ id }) => id === 'leon' || id === 'screen');
    expect(used.length).toBe(2);
    expect(log.length).toBeGreaterThan(30);
    for (const { url } of used) {
      const token = new URL(url ?? '').hash.slice(1);
      expect(token.length).toBeGreaterThan(20);
      expect(log.filter(({ line, headers }) => line.includes(token) || headers.includes(token))).toEqual([]);
      expect(server.output()).not.toContain(token);
    }
    expect(log.filter(({ headers }) => /"referer"/.test(headers))).toEqual([]);
  });

  it('no page has made another error on the way', () => {
    for (const place of [seidel, leon, screen]) {
      const others = place.troubles.filter((trouble) => !/cdn\.tldraw\.com/.test(trouble));
      expect({ [place.id]: others }).toEqual({ [place.id]: [] });
    }
  });

  async function open(
    id: 'seidel' | 'leon' | 'screen',
    size: (typeof SCREENS)[keyof typeof SCREENS],
  ): Promise<Place> {
    const place = await openFor(browser, id, { ...size, ignoreHTTPSErrors: true });
    await watch(place.page, seen);
    return place;
  }
});

async function watch(page: Page, seen: Seen): Promise<void> {
  page.on('request', (request) => seen.requests.push(request));
  page.on('requestfailed', (request) =>
    seen.stopped.push({ url: request.url(), why: request.failure()?.errorText ?? '' }),
  );
  page.on('websocket', (socket) => seen.sockets.push(socket.url()));
  await page.exposeFunction('tellViolation', (violation: string) => seen.violations.push(violation));
  await page.addInitScript(() => {
    const { tellViolation } = globalThis as unknown as { tellViolation(violation: string): void };
    document.addEventListener('securitypolicyviolation', (event) =>
      tellViolation(`${event.blockedURI} ${event.effectiveDirective} ${event.sourceFile}`),
    );
  });
}

function isOfTheHouse(url: string): boolean {
  const { protocol, host } = new URL(url);
  return protocol === 'data:' || protocol === 'blob:' || (protocol === 'https:' && host === HOST);
}

function asLogged({ method, url, headers }: IncomingMessage): Logged {
  return { line: `${method} ${url}`, headers: JSON.stringify(headers) };
}

/** The door of every other host: writes down which host was meant. */
function startElsewhere(): Promise<{ server: Server; port: number; hellos: string[] }> {
  const hellos: string[] = [];
  const server = createServer((socket) => {
    let greeting = '';
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      greeting += bytes.toString('latin1');
      if (meantHost(greeting) !== null) {
        socket.destroy();
      }
    });
    socket.once('close', () => hellos.push(meantHost(greeting) ?? `unknown: ${JSON.stringify(greeting)}`));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0, hellos });
    });
  });
}

/** The host named in a TLS greeting (server_name, RFC 6066) or in plain HTTP. */
function meantHost(greeting: string): string | null {
  const plain = /^Host: (\S+)/im.exec(greeting)?.[1];
  if (plain) {
    return plain;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the bytes before the name
  for (const match of greeting.matchAll(/\x00\x00.{4}\x00(..)([\w.-]+)/gs)) {
    const [high = 0, low = 0] = [...(match[1] ?? '')].map((byte) => byte.charCodeAt(0));
    const name = (match[2] ?? '').slice(0, high * 256 + low);
    if (name.length === high * 256 + low && name.includes('.')) {
      return name;
    }
  }
  return null;
}
