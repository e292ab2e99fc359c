import type { BrowserContext, Page } from 'playwright';

/**
 * What page translators do to a page, without leaving the machine: each text is taken out and put back
 * inside two `font` elements, and so is every text that comes later, for as long as the page is open.
 * Like theirs, it leaves alone what is not to be translated, and what stands in fields.
 */
export async function translateAllTheTime(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const left =
      '[translate=no], .notranslate, [contenteditable=true], script, style, textarea, option, font';
    const wrap = (text: Text): void => {
      const parent = text.parentElement;
      if (parent === null || text.data.trim() === '' || parent.closest(left) !== null) {
        return;
      }
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = text.data;
      outer.append(inner);
      text.replaceWith(outer);
    };
    const wrapBelow = (node: Node): void => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      for (let at: Node | null = node; at; at = walker.nextNode()) {
        if (at instanceof Text) {
          texts.push(at);
        }
      }
      texts.forEach(wrap);
    };
    new MutationObserver((records) => {
      for (const record of records) {
        wrapBelow(record.target);
      }
    }).observe(document, { childList: true, characterData: true, subtree: true });
  });
}

/** Notes which texts React makes to keep hold of; what an element has for itself comes another way. */
export async function noteHeldTexts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const make = document.createTextNode.bind(document);
    const held = new Set<Text>();
    Object.assign(window, { heldTexts: held });
    document.createTextNode = (words) => {
      const text = make(words);
      held.add(text);
      return text;
    };
  });
}

/** Texts on the page that break when somebody else puts something around them: words and what they stand in. */
export function heldTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const held: unknown = 'heldTexts' in window ? window.heldTexts : undefined;
    const texts = held instanceof Set ? [...held] : [];
    return texts.flatMap((text: unknown) => {
      const place = text instanceof Text && text.isConnected && text.data.trim() ? text.parentElement : null;
      return place === null || place.closest('[contenteditable=true], [translate=no]')
        ? []
        : [place.outerHTML.slice(0, 200)];
    });
  });
}
