import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright';
import { CHROMIUM_ARGS, chromiumPath } from './chromium.ts';

/** The screens of the story. */
export const SCREENS = {
  laptop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  wall: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>;

/** Starts Chromium; extra flags such as host mappings may be added. */
export function openBrowser(...flags: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...CHROMIUM_ARGS, ...flags] });
}

/** A page and what went wrong on it. */
export interface OpenPage {
  context: BrowserContext;
  page: Page;
  troubles: string[];
}

/** One person's browser: a context of its own, which notes every error the page makes. */
export async function openPlace(browser: Browser, options: BrowserContextOptions): Promise<OpenPage> {
  return openPageIn(await browser.newContext({ locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options }));
}

/** A tab in a browser that is open already; it notes every error the page makes. */
export async function openPageIn(context: BrowserContext): Promise<OpenPage> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`pageerror: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLostConnection(message.text())) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  return { context, page, troubles };
}

/** The browser itself reports a lost server as an error; the page has words for it. */
function isLostConnection(text: string): boolean {
  return /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|WebSocket connection to|ERR_CONNECTION_RESET|ERR_CONNECTION_CLOSED|ERR_EMPTY_RESPONSE|ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE_CHUNKED_ENCODING/.test(
    text,
  );
}
