import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { type Link, openLink } from '../faults/link.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import type { Where } from './in-page.ts';
import { KEYS, type Page } from './page.ts';
import { admit, comeToLobby, ENGINES, moveTo, openFor, openTable, photograph, saved } from './round.ts';
import { DEVICES } from './tab.ts';

const at = (testId: string): Where => ({ testId });
/** WebKit's driver has no finger, and under a mouse a low page is no phone: it is turned as far as a phone is narrow. */
const TURNED = { webkit: { width: 690, height: 390 }, firefox: { width: 844, height: 390 } };

/** Fields whose type is so small that a phone of Apple enlarges the page when they take the focus. */
const smallFields = (page: Page): Promise<unknown> =>
  page.tab.run(`[...document.querySelectorAll('input:not([type=radio], [type=checkbox]), select, textarea, [contenteditable=true]')]
    .filter((one) => one.checkVisibility() && parseFloat(getComputedStyle(one).fontSize) < 16)
    .map((one) => one.outerHTML.slice(0, 120))`);

/** A phone in the hand: reloaded, pressed back, turned, put away, and written on. The steps build on each other. */
describe.each(ENGINES)('a phone with %s', (engine) => {
  let server: ServerProcess;
  let line: Link;
  let demo: DemoAnswer;
  let seidel: Page;
  let leon: Page;

  beforeAll(async () => {
    line = await openLink(0);
    const url = `http://127.0.0.1:${line.port}`;
    server = await startServer('embedded', { BASE_URL: url });
    line.target = server.port;
    demo = await server.demo();
    seidel = await openFor(engine, DEVICES.laptop);
    leon = await openFor(engine, DEVICES.phone);
    await openTable(seidel, url, demo);
    await comeToLobby(leon, demo, 'leon');
  });

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph({ seidel, leon }, `${engine}-${task.name.slice(0, 40)}`));
  });

  afterAll(async () => {
    await seidel?.tab.close();
    await leon?.tab.close();
    await line?.close();
    await server?.close();
  });

  it('[UI56] [UI131] a reload comes back to every page: lobby, parts, a goal', async () => {
    await leon.reload();
    await leon.see({ css: 'main', text: 'Frau Seidel holt dich gleich rein' });
    await admit(seidel);
    await leon.see(at('table'));
    await moveTo(seidel, 'ziele', leon);
    for (const part of ['goals', 'strengths', 'me', 'now']) {
      await leon.press(at(`tab-${part}`));
      await leon.reload();
      await leon.see(at(`phone-${part}`));
      expect({ [part]: await smallFields(leon) }).toEqual({ [part]: [] });
    }
    await leon.press(at('tab-goals'));
    await leon.press(at('open-1.1'));
    await leon.reload();
    await leon.see(at('goal-details'));
    expect(await smallFields(leon)).toEqual([]);
  });

  it('[UI56] back closes the goal, then the part, and leaves nothing', async () => {
    const table = await leon.path();
    await leon.tab.back();
    await leon.see(at('phone-goals'));
    await leon.tab.back();
    await leon.see(at('phone-now'));
    expect(await leon.path()).toBe(table);
  });

  it('[UI57] a phone that is turned stays a phone and keeps its place', async () => {
    await leon.press(at('tab-goals'));
    await leon.press(at('open-1.1'));
    await leon.tab.resize(TURNED[engine]);
    await leon.see(at('goal-details'));
    await leon.see(at('tab-now'));
    await leon.until('document.scrollingElement.scrollWidth <= innerWidth');
    await leon.tab.resize(DEVICES.phone.size);
    await leon.see(at('goal-details'));
  });

  it('[UI56] a phone that slept hears what was written meanwhile, and what it wrote arrives', async () => {
    await leon.press(at('goal-details-back'));
    await leon.press(at('goal-add'));
    leon.tab.sleep(true);
    line.cut();
    await seidel.press(at('goal-add'));
    await seidel.type('Wir gehen schwimmen.');
    await seidel.keys(KEYS.enter);
    await saved(seidel);
    leon.tab.sleep(false);
    await leon.see({ testId: 'phone-goals', text: 'Wir gehen schwimmen.' });
    await leon.type('Ich will rudern.');
    await leon.keys(KEYS.enter);
    await seidel.see({ css: '[role=treeitem]', text: 'Ich will rudern.' });
  });

  it('[UI22] without a line what is written stays, over a reload too, and arrives', async () => {
    await leon.press(at('goal-details-back'));
    line.open = false;
    line.cut();
    await leon.press(at('goal-add'));
    await leon.type('Ich will tauchen.');
    await leon.keys(KEYS.enter);
    line.open = true;
    await leon.reload();
    await seidel.see({ css: '[role=treeitem]', text: 'Ich will tauchen.' });
  });

  it('no page has made an error on the way', async () => {
    expect({ seidel: await seidel.troubles(), leon: await leon.troubles() }).toEqual({
      seidel: [],
      leon: [],
    });
  });
});

describe.each(ENGINES)('a browser with %s that keeps nothing', (engine) => {
  let server: ServerProcess;
  let page: Page;

  beforeAll(async () => {
    server = await startServer('embedded');
    page = await openFor(engine, { ...DEVICES.phone, keepsNothing: true });
  });
  afterAll(async () => {
    await page?.tab.close();
    await server?.close();
  });

  it('[UI16] says so in words, and the start page works', async () => {
    const demo = await server.demo();
    await page.open(`${server.url}/`);
    await page.see({ role: 'heading' });
    await page.open(demo.places.find(({ id }) => id === 'leon')?.url ?? '');
    await page.see({ css: 'main', text: 'Dieser Browser merkt sich nichts.' });
    expect(await page.troubles()).toEqual([]);
  });
});

/** Begins to compose a letter by its number, as GTK's own input method does; Enter ends it. */
async function beginComposing(page: Page): Promise<void> {
  await page.keys(KEYS.control, KEYS.shift, 'u');
  await page.type('e9');
}

/**
 * WebKit takes its keys through GTK and so through GTK's own input method. Firefox cannot be tried so: WebDriver BiDi
 * has no command for composing, and `input.performActions` hands its keys to the page behind the input method, with
 * or without a screen. What a field does with the events of composing is tried in Chromium (tests/component).
 */
describe('words that are composed, in webkit', () => {
  let server: ServerProcess;
  let seidel: Page;
  let leon: Page;

  beforeAll(async () => {
    server = await startServer('embedded');
    const demo = await server.demo();
    seidel = await openFor('webkit', DEVICES.laptop);
    leon = await openFor('webkit', DEVICES.phone);
    await openTable(seidel, server.url, demo);
    await comeToLobby(leon, demo, 'leon');
    await admit(seidel);
    await leon.see(at('table'));
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph({ seidel, leon }, `composed-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await seidel?.tab.close();
    await leon?.tab.close();
    await server?.close();
  });

  it('[UI22] stand once in a running text', async () => {
    await moveTo(seidel, 'sicht_kind', leon);
    await leon.press(at('editor-sicht_kind'));
    await leon.type('Im Caf');
    await beginComposing(leon);
    await leon.keys(KEYS.enter);
    await leon.type(' ist es gut.');
    await seidel.see({ css: '[data-testid=middle] p', text: 'Im Café ist es gut.' });
    expect((await leon.see(at('editor-sicht_kind'))).trim()).toBe('Im Café ist es gut.');
  });

  it('[UI22] stand once in a sentence in which somebody else writes meanwhile', async () => {
    await moveTo(seidel, 'ziele', leon);
    await leon.press(at('tab-goals'));
    await leon.press(at('goal-add'));
    await leon.type('Ich will ins Caf');
    await leon.keys(KEYS.enter);
    await leon.press(at('goal-own'));
    await leon.keys(KEYS.end);
    await beginComposing(leon);
    await seidel.press({ css: '[role=treeitem]', text: 'Ich will ins Caf', last: true });
    await seidel.keys(KEYS.f2);
    await seidel.see(at('goal-sentence'));
    await seidel.keys(KEYS.home);
    await seidel.type('Bald: ');
    await saved(seidel);
    await leon.keys(KEYS.enter);
    await seidel.until(
      `document.querySelector('[data-testid=goal-sentence]').value === 'Bald: Ich will ins Café'`,
    );
    expect(await leon.see(at('goal-own'))).toBe('Bald: Ich will ins Café');
  });

  it('no page has made an error on the way', async () => {
    expect({ seidel: await seidel.troubles(), leon: await leon.troubles() }).toEqual({
      seidel: [],
      leon: [],
    });
  });
});
