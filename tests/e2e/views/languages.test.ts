import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { locale as german } from '#shared/i18n/locales/de/index.ts';
import { locale as english } from '#shared/i18n/locales/en/index.ts';
import { DECISIONS } from '#shared/protocol/decisions.ts';
import { openBrowser } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { germanIn } from '../../helpers/words/german-words.ts';
import { photograph, SOON } from '../round.ts';
import { comeIn, everyMode, everyStep, frozen, type Look, openTour, sealed, type Tour } from './tour.ts';

/** Three people with an English page look at a German plan: a voice reads each in its own language. */
describe('[UI105] [UI210] [UI213] words of the plan carry its language, words of the page theirs, and no other', () => {
  let server: ServerProcess;
  let browser: Browser;
  let tour: Tour;
  let found: Record<string, string[]> = {};
  let seen = new Set<string>();

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    tour = await openTour(browser, server.url, await server.demo());
    for (const { page } of [tour.phone, tour.wall]) {
      await page.getByRole('combobox').selectOption('en');
      await page.locator('html[lang=en]').waitFor(SOON);
    }
    const { page } = tour.desk;
    await page.getByTestId('more').click();
    await page.getByTestId('settings').getByText('English', { exact: true }).click();
    await page.locator('html[lang=en]').waitFor(SOON);
    await page.keyboard.press('Escape');
  });
  beforeEach(({ onTestFailed, task }) => {
    found = {};
    seen = new Set();
    onTestFailed(() => photograph(Object.values(tour), `language-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function look(name: string, page: Page): Promise<void> {
    const { wrong, right } = await page.evaluate(wrongLanguages, { plan: PLAN_WORDS, page: ENGLISH_WORDS });
    const forgotten = (await page.evaluate(wordsOfPage)).filter((words) => germanIn(words).length > 0);
    found[name] = [...new Set([...wrong, ...forgotten])];
    for (const words of right) {
      seen.add(words);
    }
  }

  it('at the table', async () => {
    await comeIn(tour, look);
    await everyStep(tour, look);
    await everyMode(tour, look);
    expectFound(40);
  });

  it('in the protocol', async () => {
    await frozen(tour, look);
    await sealed(tour, look);
    expectFound(20);
  });

  it('when somebody answers, changes the answer and leaves', async () => {
    await answered(tour.phone.page, look);
    await left(tour.phone.page, server.url, look);
    expectFound(0);
  });

  /** Nothing is marked wrongly, and so many different words of the plan were there to be marked. */
  function expectFound(atLeast: number): void {
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    expect(seen.size).toBeGreaterThanOrEqual(atLeast);
  }
});

/** Each answer, what is missing in it, and the thanks. */
async function answered(page: Page, look: Look): Promise<void> {
  await page.getByTestId('protocol-own-decision').click();
  for (const decision of DECISIONS) {
    await page.getByTestId(`protocol-decision-${decision}`).check({ force: true });
    await page.getByTestId('protocol-submit').click();
    await look(`answer ${decision}`, page);
  }
  await page.getByTestId('protocol-method-confirm').click();
  await look('answer by a button', page);
  await page.getByTestId('protocol-method-name').click();
  await page.getByTestId('protocol-decision-einverstanden').check({ force: true });
  await page.getByTestId('protocol-name').fill('Leon');
  await page.getByTestId('protocol-submit').click();
  await page.getByTestId('protocol-decided').waitFor(SOON);
  await look('answer handed in', page);
  await page.getByTestId('protocol-change-answer').click();
  await page.getByTestId('protocol-keep-answer').waitFor(SOON);
  await look('answer changed', page);
}

/** Leaving, the page afterwards, and a link that opens nothing. */
async function left(page: Page, url: string, look: Look): Promise<void> {
  await page.getByTestId('tab-me').click();
  await page.getByTestId('leave').click();
  await look('leaving', page);
  await page.getByTestId('leave-yes').click();
  await page.locator('main.access-main h1').waitFor(SOON);
  await look('left', page);
  await page.goto(`${url}/j#${'x'.repeat(43)}`);
  await page.locator('main.access-main h1').waitFor(SOON);
  await look('a link that opens nothing', page);
}

/**
 * Everything that a page says, but for the document itself: that is read as it is signed. Words that a reader
 * cannot see are said too.
 */
function wordsOfPage(): string[] {
  const elsewhere =
    'script, style, noscript, #unreachable, [data-testid=protocol-reading], [data-testid=wall] article:has(> [data-kind])';
  const of = (element: Element | null): boolean => element !== null && element.closest(elsewhere) === null;
  const said = [document.title];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (of(node.parentElement)) {
      said.push(node.textContent ?? '');
    }
  }
  for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'title', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      if (of(element)) {
        said.push(element.getAttribute(name) ?? '');
      }
    }
  }
  return said;
}

/** How the sentences of the example begin; days in them are moved to today. */
const PLAN_WORDS = ['example-goals', 'example-case']
  .map((file) => readFileSync(new URL(`../../../server/example/${file}.ts`, import.meta.url), 'utf8'))
  .flatMap((text) => [
    ...text.matchAll(/(?:text|title|description|indicator|recurrence|LEITZIEL)\b[^'`\n]*['`]([^'`$]{10,})/g),
  ])
  .map(([, words = '']) => words.slice(0, 24).trim());

/** Whole texts of the English page that are no German ones too. */
const ENGLISH_WORDS = Object.values(english.messages)
  .filter((text) => typeof text === 'string' && /^\p{L}[^{}]{3,}$/u.test(text))
  .filter((text) => !(Object.values(german.messages) as unknown[]).includes(text)) as string[];

interface Words {
  plan: string[];
  page: string[];
}

/** Texts of the page whose language is not theirs, and those of the plan whose is. */
function wrongLanguages({ plan, page }: Words): { wrong: string[]; right: string[] } {
  const english = new Set(page);
  const wrong: string[] = [];
  const right: string[] = [];
  const judge = (element: Element, words: string): void => {
    const language = element.closest('[lang]')?.getAttribute('lang');
    const ofPlan = plan.find((begin) => words.includes(begin));
    // Beside words of the plan stand their number and quotation marks at most: "1.1 „Wir …".
    const isAlone =
      ofPlan === undefined ||
      // The document, and the pages made from it, are German as a whole.
      element.closest('[data-testid=protocol-pane], [data-testid=protocol-reading]') !== null ||
      /^[\P{L}]{0,7}$/u.test(words.slice(0, words.indexOf(ofPlan)));
    if (ofPlan && language === 'de' && isAlone) {
      right.push(ofPlan);
    } else if (ofPlan || (language === 'de' && english.has(words.trim()))) {
      wrong.push(`${element.localName}.${element.classList.value} as ${language}: ${words.slice(0, 60)}`);
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement && !node.parentElement.closest('script, style')) {
      judge(node.parentElement, node.textContent ?? '');
    }
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('input:not([type=radio]), textarea')) {
    judge(field, field.value || field.placeholder);
  }
  for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt']) {
    for (const element of document.querySelectorAll(`[${name}]`)) {
      judge(element, element.getAttribute(name) ?? '');
    }
  }
  return { wrong, right };
}
