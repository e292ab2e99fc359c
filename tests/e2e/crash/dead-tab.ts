import type { CDPSession } from 'playwright';
import { expect } from 'vitest';
import { BACK, type Place } from '../round.ts';

/** As a phone does it: the process of the tab is ended without a word to the page; the tab itself stays. */
export async function throwTabAway({ page }: Place, cdp: CDPSession): Promise<void> {
  await expect.poll(() => keptInTab(cdp), BACK).not.toBe('');
  const gone = page.waitForEvent('crash', BACK);
  // Never answered: whoever should answer is dead.
  cdp.send('Page.crash').catch(() => undefined);
  await gone;
}

/** Takes the network away, or gives it back. */
export async function setOffline(cdp: CDPSession, offline: boolean): Promise<void> {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
}

/** The words on a page that the test driver itself has given up. */
export function textOf(cdp: CDPSession): Promise<string> {
  return evaluate(cdp, 'document.body.innerText');
}

/** Under what names the tab keeps unsaved words. */
export function keptInTab(cdp: CDPSession): Promise<string> {
  return evaluate(
    cdp,
    'Object.keys(sessionStorage).filter((key) => key.startsWith("planrunde.unsaved")).join()',
  );
}

/** What a script says on such a page. */
export async function evaluate(cdp: CDPSession, expression: string): Promise<string> {
  const { result } = await cdp.send('Runtime.evaluate', { expression });
  return String(result.value ?? '');
}
