import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';
import { end, needPackages, ownFolder, said, signal, start } from './machine.ts';
import type { Device, Tab } from './tab.ts';

/** Firefox as Debian ships it, driven by WebDriver BiDi. Each tab is a browser of its own. */
export async function openFirefox(device: Device): Promise<Tab> {
  needPackages('firefox');
  const folder = ownFolder();
  const downloads = join(folder.path, 'downloads');
  mkdirSync(downloads);
  writeFileSync(join(folder.path, 'user.js'), preferences(device, downloads));
  const browser = start(
    'firefox-esr',
    ['--headless', '--no-remote', '--profile', folder.path, '--remote-debugging-port', '0'],
    { ...process.env, HOME: folder.path, TZ: 'Europe/Berlin' },
  );
  const close = async (): Promise<void> => {
    await end(browser);
    folder.remove();
  };
  try {
    const send = await connect(await said(browser, 2, /listening on (ws:\S+)/));
    await send('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: 'accept' } } });
    const context = await firstContext(send);
    const sleep = (asleep: boolean): void => signal(browser, asleep ? 'SIGSTOP' : 'SIGCONT');
    const tab = { ...tabOf(send, context, device), sleep, downloads, close };
    await tab.resize(device.size);
    return tab;
  } catch (error) {
    await close();
    throw error;
  }
}

/** A German browser that hands files over without a question; a phone has a finger. */
function preferences({ phone, keepsNothing }: Device, downloads: string): string {
  const FINGER = 1;
  const NO_COOKIES = 2;
  const wanted = {
    'intl.accept_languages': 'de-DE, de',
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'pdfjs.disabled': true,
    ...(phone ? { 'ui.primaryPointerCapabilities': FINGER, 'ui.allPointerCapabilities': FINGER } : {}),
    ...(keepsNothing ? { 'network.cookie.cookieBehavior': NO_COOKIES } : {}),
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});\n`)
    .join('');
}

type Send = (method: string, params: object) => Promise<unknown>;

interface Answer {
  id?: number;
  type: string;
  result?: unknown;
  message?: string;
}

/** Opens the line to the browser; a command is answered under its number. */
async function connect(url: string): Promise<Send> {
  const line = new WebSocket(`${url}/session`);
  await new Promise((resolve, reject) => line.once('open', resolve).once('error', reject));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  line.on('message', (data) => {
    const { id = 0, type, result, message } = JSON.parse(String(data)) as Answer;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (type === 'error') {
      asked?.reject(new Error(`Firefox: ${message}`));
    } else {
      asked?.resolve(result);
    }
  });
  return (method, params) => {
    const asked = Promise.withResolvers<unknown>();
    const id = nextNumber();
    waiting.set(id, asked);
    line.send(JSON.stringify({ id, method, params }));
    return asked.promise;
  };
}

let number = 0;
function nextNumber(): number {
  number += 1;
  return number;
}

async function firstContext(send: Send): Promise<string> {
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  return contexts[0]?.context ?? '';
}

interface Evaluated {
  result?: { value?: string };
  exceptionDetails?: { text: string };
}

function tabOf(send: Send, context: string, { phone }: Device): Omit<Tab, 'downloads' | 'close' | 'sleep'> {
  return {
    hand: phone ? 'touch' : 'mouse',
    async run(expression) {
      const answer = (await send('script.evaluate', {
        expression: `(async () => JSON.stringify(await (${expression})))()`,
        target: { context },
        awaitPromise: true,
        userActivation: true,
      })) as Evaluated;
      if (answer.exceptionDetails) {
        throw new Error(`Firefox: ${answer.exceptionDetails.text}`);
      }
      return JSON.parse(answer.result?.value ?? 'null');
    },
    go: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await send('browsingContext.reload', { context, wait: 'complete' })),
    back: async () => void (await send('browsingContext.traverseHistory', { context, delta: -1 })),
    act: async (actions) => void (await send('input.performActions', { context, actions })),
    resize: async (viewport) =>
      void (await send('browsingContext.setViewport', {
        context,
        viewport,
        devicePixelRatio: phone ? 2 : 1,
      })),
    async picture() {
      const { data } = (await send('browsingContext.captureScreenshot', { context })) as { data: string };
      return Buffer.from(data, 'base64');
    },
  };
}
