import type { CDPSession, Locator } from 'playwright';
import { expect } from 'vitest';
import type { Random } from '../../helpers/random.ts';
import type { Place } from '../round.ts';

/** Signs that no keyboard rule touches; each is written once in a run, so nothing else can look like it. */
const FIRST_SIGN = 0x4e00;
const SIGNS_OF_ONE = 6_000;
const SIGNS_OF_A_WORD = 3;
const PLACES = ['Control+End', 'Control+Home', 'End', 'Home', 'ArrowUp', 'ArrowDown'] as const;

/**
 * Somebody who writes, cuts paragraphs, composes, pastes, undoes and redoes in a text that others write
 * too. Never takes out anything but by undoing, and knows which of its signs must stand there.
 */
export class Typist {
  readonly place: Place;
  readonly undone = { signs: 0 };
  readonly #editor: Locator;
  readonly #random: Random;
  readonly #first: number;
  #written = 0;
  #standing = new Set<string>();
  #cdp: CDPSession | null = null;

  constructor(place: Place, editor: Locator, { random, seat }: { random: Random; seat: number }) {
    this.place = place;
    this.#editor = editor;
    this.#random = random;
    this.#first = FIRST_SIGN + seat * SIGNS_OF_ONE;
  }

  /** The signs that must stand in the text, once each. */
  get standing(): string[] {
    return [...this.#standing].sort();
  }

  /** The whole text as this page shows it, read in one go: paragraphs that were found first may be redrawn. */
  shown(): Promise<string> {
    return this.#editor.evaluate((editor) =>
      [...editor.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n'),
    );
  }

  focus(): Promise<void> {
    return this.#editor.focus();
  }

  /** The signs of this one in a text. */
  #ownIn(text: string): string[] {
    return [...text].filter((sign) => this.#isOwn(sign)).sort();
  }

  /** Does the next thing that chance chooses. */
  async act(): Promise<void> {
    const { page } = this.place;
    await this.#goSomewhere();
    switch (this.#random.below(10)) {
      case 0:
        return page.keyboard.press(this.#random.below(3) === 0 ? 'Shift+Enter' : 'Enter');
      case 1:
      case 2:
        return this.#compose();
      case 3:
        return this.#paste();
      case 4:
        return this.#goBack('Control+z');
      case 5:
        return this.#goBack('Control+y');
      case 6:
        return this.#whileCut(() => this.#type());
      default:
        return this.#type();
    }
  }

  async #goSomewhere(): Promise<void> {
    const { keyboard } = this.place.page;
    await this.focus();
    await keyboard.press(this.#random.pick(PLACES) ?? 'End');
    for (let steps = this.#random.below(6); steps > 0; steps--) {
      await keyboard.press('ArrowLeft');
    }
  }

  async #type(): Promise<void> {
    await this.place.page.keyboard.type(`${this.#newWord()} `, { delay: this.#random.below(40) });
  }

  /** As an input method does it: the word grows sign by sign, is shown meanwhile, and then it is done. */
  async #compose(): Promise<void> {
    const { page, context } = this.place;
    this.#cdp ??= await context.newCDPSession(page);
    const word = this.#newWord();
    for (let length = 1; length <= word.length; length++) {
      const text = word.slice(0, length);
      await this.#cdp.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
      await page.waitForTimeout(this.#random.below(150));
    }
    await this.#cdp.send('Input.insertText', { text: word });
  }

  async #paste(): Promise<void> {
    const words = [this.#newWord(), this.#newWord()].join(this.#random.below(2) === 0 ? '\n' : ' ');
    await this.#editor.evaluate((editor, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, words);
  }

  /** Undoing takes back what is one's own, and redoing brings back nothing else. */
  async #goBack(keys: 'Control+z' | 'Control+y'): Promise<void> {
    const before = this.#ownIn(await this.shown());
    expect(before, `before ${keys}`).toEqual(this.standing);
    await this.place.page.keyboard.press(keys);
    const after = this.#ownIn(await this.shown());
    expect(new Set(after).size, `doubled by ${keys}`).toBe(after.length);
    const [more, fewer] = keys === 'Control+z' ? [before, after] : [after, before];
    expect(
      fewer.filter((sign) => !more.includes(sign)),
      `changed by ${keys}`,
    ).toEqual([]);
    this.undone.signs += Math.max(0, before.length - after.length);
    this.#standing = new Set(after);
  }

  async #whileCut(write: () => Promise<void>): Promise<void> {
    const { context, page } = this.place;
    await context.setOffline(true);
    await write();
    await page.waitForTimeout(this.#random.below(600));
    await write();
    await context.setOffline(false);
  }

  #newWord(): string {
    const signs = Array.from({ length: SIGNS_OF_A_WORD }, () =>
      String.fromCodePoint(this.#first + this.#written++),
    );
    for (const sign of signs) {
      this.#standing.add(sign);
    }
    return signs.join('');
  }

  #isOwn(sign: string): boolean {
    const code = (sign.codePointAt(0) ?? 0) - this.#first;
    return code >= 0 && code < SIGNS_OF_ONE;
  }
}
