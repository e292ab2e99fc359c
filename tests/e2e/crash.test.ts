import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../helpers/browser.ts';
import { STORY_KINDS } from '../helpers/database.ts';
import { type ServerProcess, startServer } from '../helpers/server-process.ts';
import { evaluate, keptInTab, setOffline, textOf, throwTabAway } from './crash/dead-tab.ts';
import { storedSentences } from './crash/stored.ts';
import {
  addGoal,
  admit,
  BACK,
  comeToLobby,
  moveTo,
  openFor,
  openTable,
  type Place,
  photograph,
  row,
  saved,
  showList,
} from './round.ts';

const CRASHES = 4;
/** Edits that are confirmed between two crashes. */
const EDITS = 9;

/** What the page of somebody has called saved; each id is in the words of one edit. */
type Noted = Map<string, string[]>;

describe.each(STORY_KINDS)('[DU8] [DU11] SIGKILL in the middle of live editing (%s)', (kind) => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let seidel: Place;
  let leon: Place;
  let krueger: Place;
  let leonIsDead = false;
  const noted: Noted = new Map();

  beforeAll(async () => {
    server = await startServer(kind);
    browser = await openBrowser();
    demo = await server.demo();
    seidel = await openFor(browser, 'seidel', SCREENS.laptop);
    leon = await openFor(browser, 'leon', SCREENS.phone);
    krueger = await openFor(browser, 'krueger', { viewport: { width: 960, height: 700 } });
    await openTable(seidel, server.url, demo);
    for (const [place, name] of [
      [leon, 'Leon'],
      [krueger, 'Herr Krüger'],
    ] as const) {
      await comeToLobby(place, demo);
      await admit(seidel, name);
      await place.page.getByTestId('table').waitFor(BACK);
    }
    await moveTo(seidel, 'ziele');
    await Promise.all([showList(seidel), showList(krueger)]);
    // The phone goes along with the step when it hears of it, and would leave a part that was chosen before.
    await leon.page.getByText('6 von 8', { exact: true }).waitFor(BACK);
    await leon.page.getByTestId('tab-goals').click();
  }, 240_000);

  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => {
      // A page whose process is dead cannot be photographed.
      const living = leonIsDead ? [seidel, krueger] : [seidel, leon, krueger];
      return photograph(living, `crash-${kind}-${task.name.slice(0, 30)}`);
    });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('nothing that a page called saved is lost, and every page shows the same list', async () => {
    let going = true;
    const isGoing = (): boolean => going;
    await addGoal(krueger, 'Mit der Tastatur:');
    await row(krueger, 'Mit der Tastatur:').dblclick();
    const writers = [
      writeOn(seidel, (words) => addGoal(seidel, words), isGoing),
      writeOn(leon, (words) => addOnPhone(words), isGoing),
      writeOn(krueger, (words) => typeOn(words), isGoing),
    ];
    const failed = Promise.race(writers.map((writer) => writer.then(() => new Promise<never>(() => {}))));
    try {
      await Promise.race([crashAgainAndAgain(), failed]);
    } finally {
      going = false;
    }
    await Promise.all(writers);
    await krueger.page.getByTestId('goal-sentence').press('Enter');
    await expectSameLists([seidel, krueger, leon]);
  });

  it('somebody who comes after the last crash finds it all', async () => {
    await server.kill();
    expectAll(await storedSentences(server));
    await server.restart();
    const aydin = await openFor(browser, 'aydin', SCREENS.laptop);
    await comeToLobby(aydin, demo);
    await admit(seidel, 'Herr Aydın');
    await aydin.page.getByTestId('table').waitFor(BACK);
    await showList(aydin);
    await expectSameLists([aydin, seidel, krueger, leon]);
    expectAll(await sentences(aydin));
    await aydin.context.close();
  });

  it('[UI7] a phone whose tab was thrown away offline gets its unconfirmed words back', async () => {
    const words = 'Ich will wieder zum Training, auch ohne Netz 🥅';
    const cdp = await leon.context.newCDPSession(leon.page);
    await setOffline(cdp, true);
    await leon.page.getByTestId('goal-add').fill(words);
    await leon.page.getByTestId('goal-add').press('Enter');
    await leon.page
      .getByText(/Kein Netz/)
      .first()
      .waitFor(BACK);
    expect(await sentences(seidel)).not.toContain(words);
    leonIsDead = true;
    await throwTabAway(leon, cdp);
    await cdp.send('Page.reload');
    await setOffline(cdp, false);
    await cdp.send('Page.reload');
    await row(seidel, words).waitFor(BACK);
    await expect.poll(() => textOf(cdp), BACK).toMatch(/^gespeichert$/m);
    await expect.poll(() => keptInTab(cdp), BACK).toBe('');
    await evaluate(cdp, 'document.querySelector("[data-testid=tab-goals]").click()');
    await expect.poll(() => textOf(cdp), BACK).toContain(words);
    expect((await sentences(seidel)).filter((sentence) => sentence === words)).toHaveLength(1);
  });

  it('no page has made an error on the way', () => {
    for (const place of [seidel, leon, krueger]) {
      expect({ [place.id]: place.troubles }).toEqual({ [place.id]: [] });
    }
  });

  async function crashAgainAndAgain(): Promise<void> {
    for (let crash = 1; crash <= CRASHES; crash++) {
      const before = count();
      // Everybody is back and writing, so the crash comes into live editing.
      await expect
        .poll(
          () => [...noted.values()].every((ids) => ids.length >= crash) && count() >= before + EDITS,
          BACK,
        )
        .toBe(true);
      await server.kill();
      // Between death and new start no client can mend what the database has lost.
      expectAll(await storedSentences(server));
      await server.restart();
    }
    const before = new Map([...noted].map(([id, ids]) => [id, ids.length]));
    await expect
      .poll(() => [...noted].every(([id, ids]) => ids.length > (before.get(id) ?? 0)), BACK)
      .toBe(true);
  }

  /** Writes one edit after the other and notes each at the moment its page says that it is saved. */
  async function writeOn(
    place: Place,
    write: (words: string) => Promise<void>,
    isGoing: () => boolean,
  ): Promise<void> {
    const ids: string[] = [];
    noted.set(place.id, ids);
    for (let n = 1; isGoing(); n++) {
      const id = `[${place.id}-${n}]`;
      await write(id);
      await place.page.getByText('gespeichert', { exact: true }).first().waitFor(BACK);
      ids.push(id);
    }
  }

  async function addOnPhone(words: string): Promise<void> {
    await addGoal(leon, words);
    await leon.page.getByTestId('goal-details-back').click();
  }

  async function typeOn(words: string): Promise<void> {
    const field = krueger.page.getByTestId('goal-sentence');
    await field.press('End');
    await field.pressSequentially(` ${words}`);
  }

  function count(): number {
    return [...noted.values()].flat().length;
  }

  /** Every noted edit is there, and once only: what was sent again is not there twice. */
  function expectAll(found: readonly string[]): void {
    const text = found.join('\n');
    const times = [...noted.values()].flat().map((id) => ({ id, times: text.split(id).length - 1 }));
    expect(times.length).toBeGreaterThan(0);
    expect(times.filter(({ times }) => times !== 1)).toEqual([]);
  }

  async function expectSameLists(places: readonly Place[]): Promise<void> {
    const [first, ...others] = places;
    for (const place of places) {
      await saved(place);
    }
    for (const other of others) {
      await expect
        .poll(async () => [await sentences(other), first && (await sentences(first))], BACK)
        .toSatisfy(([a, b]) => a.length > 0 && JSON.stringify(a) === JSON.stringify(b));
    }
    expectAll(await sentences(places[0] as Place));
  }
});

/** The sentences of all goals in the order of the page, on a laptop or on the phone. */
function sentences({ page }: Place): Promise<string[]> {
  return page
    .locator(
      '[data-testid=goal-tree] [role=treeitem] p[dir=auto], [data-testid=phone-goals] [data-testid=goal-words]',
    )
    .allTextContents();
}
