import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import { openBrowser, openPlace, SCREENS } from '../helpers/browser.ts';
import { startServer } from '../helpers/server-process.ts';

/**
 * `npm run bench:client [-- --json]`: what a page transfers until it can be used, from an empty cache,
 * as the browser counts it on the wire. What is asked for after that moment does not count.
 */

export type Kind = 'script' | 'style' | 'font' | 'rest';

/** Bytes on the wire of what a page asked for until it could be used, by kind. */
export interface Stage {
  stage: 'lobby' | 'phone' | 'desk' | 'board' | 'wall';
  bytes: Record<Kind, number>;
  /** Scripts, styles and fonts. */
  total: number;
  files: string[];
}

/**
 * What a page may weigh, in bytes of scripts, styles and fonts with their headers, from the link on:
 * no more than a tenth above what it does. The board's are those of the table too, with all that came by itself.
 */
export const CEILINGS: Readonly<Record<Stage['stage'], number>> = {
  lobby: 130_000,
  phone: 253_000,
  desk: 310_000,
  board: 850_000,
  wall: 255_000,
};

/** What stands on a page that can be used. */
const USABLE: Readonly<Record<Stage['stage'], string>> = {
  lobby: 'main button',
  phone: '[data-testid=table]',
  desk: '[data-testid=table]',
  board: '.tl-container',
  wall: '[data-testid=wall]',
};

const QUIET_MS = 2_000;
const SOON = { timeout: 30_000 };
const KINDS: Readonly<Record<string, Kind>> = { Script: 'script', Stylesheet: 'style', Font: 'font' };

/** Counts what a page transfers, request by request. */
interface Counter {
  /** Waits until the page can be used as `name`, and until what it asked for until then is here. */
  stage(name: Stage['stage']): Promise<Stage>;
  /** Waits until the page has asked for nothing for a while. */
  quiet(): Promise<void>;
}

interface Request {
  url: string;
  kind: Kind;
  /** Seconds since 1970. */
  at: number;
  /** Bytes on the wire; null while it is under way, 0 where it came from the cache or not at all. */
  bytes: number | null;
}

async function countOn(page: Page): Promise<Counter> {
  const wire = await page.context().newCDPSession(page);
  const requests = new Map<string, Request>();
  const ended = (requestId: string, bytes: number): void => {
    const request = requests.get(requestId);
    if (request) {
      request.bytes = bytes;
    }
  };
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: false });
  wire.on('Network.requestWillBeSent', ({ requestId, type, request, wallTime }) => {
    requests.set(requestId, {
      url: request.url,
      kind: KINDS[type ?? ''] ?? 'rest',
      at: wallTime,
      bytes: null,
    });
  });
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    ended(requestId, encodedDataLength),
  );
  wire.on('Network.loadingFailed', ({ requestId }) => ended(requestId, 0));
  return {
    async stage(stage) {
      const usable = await usableAt(page, USABLE[stage]);
      const before = (): Request[] => [...requests.values()].filter(({ at }) => at <= usable);
      while (before().some(({ kind, bytes }) => kind !== 'rest' && bytes === null)) {
        await page.waitForTimeout(20);
      }
      return summed(stage, before());
    },
    async quiet() {
      for (let asked = -1; asked !== requests.size; ) {
        asked = requests.size;
        await page.waitForTimeout(QUIET_MS);
      }
    },
  };
}

/** When something first stood on the page, in seconds since 1970, as the page itself saw it. */
async function usableAt(page: Page, selector: string): Promise<number> {
  const seen = await page.waitForFunction(
    (sought) => performance.getEntriesByName(sought)[0]?.startTime,
    selector,
    SOON,
  );
  return (Number(await seen.jsonValue()) + (await page.evaluate(() => performance.timeOrigin))) / 1000;
}

/**
 * The page notes the moment itself: a test that asks now and then would come too late. Two frames
 * later it is drawn, and has asked for the fonts of what stands there.
 */
function noteMoments(selectors: readonly string[]): void {
  const sought = new Set(selectors);
  new MutationObserver(() => {
    for (const selector of sought) {
      if (document.querySelector(selector)) {
        sought.delete(selector);
        requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(selector)));
      }
    }
  }).observe(document, { childList: true, subtree: true });
}

function summed(stage: Stage['stage'], requests: readonly Request[]): Stage {
  const bytes = { script: 0, style: 0, font: 0, rest: 0 };
  for (const request of requests) {
    bytes[request.kind] += request.bytes ?? 0;
  }
  const files = requests
    .filter(({ kind, bytes: size }) => kind !== 'rest' && size)
    .map(({ url, bytes: size }) => `${nameOf(url)} ${size}`);
  return { stage, bytes, total: bytes.script + bytes.style + bytes.font, files };
}

function nameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? url;
}

/** One person's browser with an empty cache. */
async function openCounted(browser: Browser, options: BrowserContextOptions) {
  const { page, context } = await openPlace(browser, options);
  await page.addInitScript(noteMoments, Object.values(USABLE));
  return { page, context, counter: await countOn(page) };
}

async function enterByLink(page: Page, demo: DemoAnswer, id: DemoPlace['id']): Promise<void> {
  await page.goto(demo.places.find((place) => place.id === id)?.url ?? '');
  await page.getByRole('button', { name: /^(Ja|Verbinden|Diesen)/ }).waitFor(SOON);
}

/** The five pages, one after the other, each as somebody comes to it. */
export async function measureClient(): Promise<Stage[]> {
  const [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
  try {
    const demo = await server.demo();
    const desk = await openCounted(browser, SCREENS.laptop);
    const stages = await deskStages(desk, server.url, demo);
    for (const [id, name, screen] of [
      ['leon', 'phone', SCREENS.phone],
      ['screen', 'wall', SCREENS.wall],
    ] as const) {
      const place = await openCounted(browser, screen);
      await enterByLink(place.page, demo, id);
      if (name === 'phone') {
        stages.unshift(await place.counter.stage('lobby'));
      }
      await place.page.getByRole('button', { name: /^(Ja|Verbinden|Diesen)/ }).click();
      await desk.page.getByTestId('admit-yes').first().click(SOON);
      stages.push(await place.counter.stage(name));
      await place.context.close();
    }
    return stages;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function deskStages(
  { page, counter }: Awaited<ReturnType<typeof openCounted>>,
  url: string,
  demo: DemoAnswer,
): Promise<Stage[]> {
  await page.goto(`${url}/anmelden`);
  await page.getByLabel('E-Mail').fill(demo.signIn.email);
  await page.getByLabel('Passwort').fill(demo.signIn.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByRole('button', { name: 'Tisch öffnen' }).click(SOON);
  const desk = await counter.stage('desk');
  // What may be opened next comes by itself: before the press on a slow machine, and so on every one.
  await counter.quiet();
  // The word, not the button behind it: the word lies above.
  await page.getByText('Tafel', { exact: true }).first().click();
  return [desk, await counter.stage('board')];
}

/** One line a page, for people. */
function line({ stage, bytes, total }: Stage): string {
  const kb = (size: number): string => `${(size / 1000).toFixed(1)} kB`;
  const verdict = total <= CEILINGS[stage] ? 'holds' : 'OVER';
  const parts = (['script', 'style', 'font'] as const).map((kind) => `${kind} ${kb(bytes[kind])}`);
  return `${stage.padEnd(6)} ${kb(total).padStart(9)} of ${kb(CEILINGS[stage])} ${verdict}: ${parts.join(', ')}; rest ${kb(bytes.rest)}`;
}

if (import.meta.main) {
  const stages = await measureClient();
  const print = process.argv.includes('--json')
    ? JSON.stringify({ stages: stages.map((one) => ({ ...one, ceiling: CEILINGS[one.stage] })) }, null, 2)
    : stages.map(line).join('\n');
  console.log(print);
}
