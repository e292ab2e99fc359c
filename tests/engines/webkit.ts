import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../helpers/server-process.ts';
import { end, miniBrowser, needPackages, ownFolder, said, signal, start } from './machine.ts';
import type { Device, Size, Tab } from './tab.ts';

/** Without it the bar of the small browser is wider than a phone. */
const NARROW_BAR = `headerbar, toolbar, button, entry, image, box, headerbar *, toolbar * {
  min-width: 0; min-height: 0; padding: 0; margin: 0; border: 0; font-size: 1px; -gtk-icon-size: 1px;
}`;
/** Smaller than any window, so that the pointer is over the window, which has the focus then. */
const SCREEN = '300x300x24';
const READY_WITHIN_MS = 20_000;

/** WebKit as Debian ships it, driven by W3C WebDriver. Each tab is a browser with a screen of its own. */
export async function openWebkit(device: Device): Promise<Tab> {
  needPackages('webkit');
  const folder = ownFolder();
  const screen = start('Xvfb', ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], process.env);
  const display = await said(screen, 3, /(\d+)\n/);
  const port = await freePort();
  const driver = start('WebKitWebDriver', ['-p', String(port)], surroundings(folder.path, display));
  const close = async (): Promise<void> => {
    await end(driver);
    await end(screen);
    folder.remove();
  };
  try {
    const send = await session(port, device);
    const tab = { ...tabOf(send, driver), downloads: join(folder.path, 'downloads'), close };
    await tab.resize(device.size);
    return tab;
  } catch (error) {
    await close();
    throw error;
  }
}

/** A German browser in Berlin that keeps its files in its folder. */
function surroundings(folder: string, display: string): NodeJS.ProcessEnv {
  const settings = join(folder, 'config');
  mkdirSync(join(settings, 'gtk-3.0'), { recursive: true });
  mkdirSync(join(folder, 'downloads'));
  writeFileSync(join(settings, 'gtk-3.0', 'gtk.css'), NARROW_BAR);
  writeFileSync(join(settings, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${join(folder, 'downloads')}"\n`);
  // The language of the browser is the name of its locale; no package has to bring the German one for that.
  cpSync('/usr/lib/locale/C.utf8', join(folder, 'locale', 'de_DE.UTF-8'), { recursive: true });
  return {
    ...process.env,
    DISPLAY: `:${display}`,
    WAYLAND_DISPLAY: '',
    XDG_CONFIG_HOME: settings,
    HOME: folder,
    LOCPATH: join(folder, 'locale'),
    LC_ALL: 'de_DE.UTF-8',
    TZ: 'Europe/Berlin',
  };
}

type Send = (method: 'GET' | 'POST', path: string, body?: object) => Promise<unknown>;

/** One command of W3C WebDriver. */
async function command(base: string, method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(`${base}${path}`, {
    method,
    ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
  });
  const { value } = (await answer.json()) as { value: unknown };
  if (!answer.ok) {
    throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`);
  }
  return value;
}

async function session(port: number, device: Device): Promise<Send> {
  const base = `http://127.0.0.1:${port}`;
  const browser = {
    binary: await miniBrowser(),
    args: [
      '--automation',
      ...(device.keepsNothing ? ['--cookies-policy=never', '--enable-html5-local-storage=false'] : []),
    ],
  };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': browser } };
  const deadline = Date.now() + READY_WITHIN_MS;
  while (
    !(await fetch(`${base}/status`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (Date.now() > deadline) {
      throw new Error('WebKitWebDriver does not answer');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { sessionId } = (await command(base, 'POST', '/session', { capabilities })) as { sessionId: string };
  return (method, path, body) => command(`${base}/session/${sessionId}`, method, path, body);
}

function tabOf(send: Send, driver: ChildProcess): Omit<Tab, 'downloads' | 'close'> {
  const run = (expression: string): Promise<unknown> =>
    send('POST', '/execute/sync', { script: `return (${expression})`, args: [] });
  return {
    // The driver of WebKit has no fingers.
    hand: 'mouse',
    run,
    go: async (url) => void (await send('POST', '/url', { url })),
    reload: async () => void (await send('POST', '/refresh')),
    back: async () => void (await send('POST', '/back')),
    act: async (actions) => void (await send('POST', '/actions', { actions })),
    picture: async () => Buffer.from((await send('GET', '/screenshot')) as string, 'base64'),
    sleep: (asleep) => signal(driver, asleep ? 'SIGSTOP' : 'SIGCONT'),
    async resize(size) {
      const at = { x: 0, y: 0 };
      await send('POST', '/window/rect', { ...at, ...size });
      // The page is lower than the window by the bar.
      const inner = (await run('({ width: innerWidth, height: innerHeight })')) as Size;
      const height = size.height + (size.height - inner.height);
      await send('POST', '/window/rect', { ...at, width: size.width, height });
    },
  };
}
