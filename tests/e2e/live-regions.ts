import type { Page } from 'playwright';

/** What a screen reader was given to say. */
export interface Heard {
  /** The region stood there before its words came: only then everybody hears it. */
  stood: boolean;
  region: string;
  words: string;
}

/** Listens to every live region of the page from now on. */
export async function listen(page: Page): Promise<void> {
  await page.evaluate(listenHere);
}

/** Listens to every live region of whatever page comes next, from its first moment. */
export async function listenFromTheStart(page: Page): Promise<void> {
  await page.addInitScript(listenHere);
}

function listenHere(): void {
  const LIVE = '[role=status], [role=alert], [role=log], output, [aria-live=polite], [aria-live=assertive]';
  const heard: Heard[] = [];
  const last = new Map<Element, string>();
  const look = (): void => {
    for (const region of document.querySelectorAll(LIVE)) {
      const words = region.closest('[hidden]') ? '' : (region.textContent ?? '').trim();
      const before = last.get(region);
      // Words that go away are not read.
      if (words !== (before ?? '') && words !== '') {
        const name = region.getAttribute('data-testid') ?? region.getAttribute('role') ?? region.tagName;
        heard.push({ stood: before !== undefined, region: name, words });
      }
      last.set(region, words);
    }
  };
  look();
  heard.length = 0;
  new MutationObserver(look).observe(document, { childList: true, characterData: true, subtree: true });
  Object.assign(window, { heardOnPage: heard });
}

/** What has been said since the last time it was asked. */
export function heardOn(page: Page): Promise<Heard[]> {
  return page.evaluate(() => {
    const heard: unknown = 'heardOnPage' in window ? window.heardOnPage : undefined;
    return Array.isArray(heard) ? heard.splice(0) : [];
  });
}
