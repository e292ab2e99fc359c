import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright';
import { expect, vi } from 'vitest';
import type { DemoAnswer, DemoPlace } from '#shared/api/answers.ts';
import { openPageIn, openPlace, SCREENS } from '../helpers/browser.ts';

/** One person at the table, with everything their browser received before they were let in. */
export interface Place {
  id: DemoPlace['id'];
  context: BrowserContext;
  page: Page;
  /** Errors the page made. */
  troubles: string[];
  /** Bodies of answers and text of websocket frames, as they came. */
  received: string[];
}

/** Waiting for others: one act crosses the wire, a commit and a screen. */
export const SOON = { timeout: 15_000 };

/** A server that starts on a busy machine, and clients that find it again. */
export const BACK = { timeout: 90_000, interval: 50 };

/** Opens a browser of its own for somebody and notes what it receives. */
export async function openFor(
  browser: Browser,
  id: DemoPlace['id'],
  options: BrowserContextOptions,
): Promise<Place> {
  return place(id, await openPlace(browser, options));
}

/** Opens a further tab for somebody in a browser that others use too. */
export async function openTab(context: BrowserContext, id: DemoPlace['id']): Promise<Place> {
  return place(id, await openPageIn(context));
}

function place(id: DemoPlace['id'], opened: Omit<Place, 'id' | 'received'>): Place {
  const received: string[] = [];
  opened.page.on('response', async (answer) => {
    received.push(await answer.text().catch(() => ''));
  });
  opened.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(payload.toString()));
  });
  return { id, ...opened, received };
}

/** The facilitator signs in and opens today's table. */
export async function openTable(place: Place, url: string, demo: DemoAnswer): Promise<void> {
  const { page } = place;
  await page.goto(`${url}/anmelden`);
  await page.getByLabel('E-Mail').fill(demo.signIn.email);
  await page.getByLabel('Passwort').fill(demo.signIn.password);
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByRole('button', { name: 'Tisch öffnen' }).click();
  await page.getByTestId('table').waitFor(SOON);
}

/** Somebody opens their personal link and says who they are; they wait in the lobby then. */
export async function comeToLobby(place: Place, demo: DemoAnswer): Promise<void> {
  const url = demo.places.find(({ id }) => id === place.id)?.url;
  expect(url).toBeTruthy();
  await place.page.goto(url ?? '');
  await place.page.waitForURL(/\/p\//, SOON);
  expect(place.page.url()).not.toContain('#');
  await place.page.getByRole('button', { name: /^(Ja|Verbinden|Diesen)/ }).click();
}

/** The facilitator lets the next one who waits in. */
export async function admit(facilitator: Place, name: string | RegExp): Promise<void> {
  await letIn(facilitator.page.getByTestId('admit-waiting').filter({ hasText: name }));
}

/** Lets in who waits in a row. One that has just moved takes no press (UI220): then it is pressed again. */
export async function letIn(waiting: Locator): Promise<void> {
  await waiting.waitFor(SOON);
  const row = await waiting.elementHandle();
  const yes = await row?.$('[data-testid=admit-yes]');
  const press = async (): Promise<boolean> => {
    await yes?.click({ timeout: 500 }).catch(() => undefined);
    return row?.evaluate((element) => element.isConnected) ?? false;
  };
  // Places are also let in before the first test of a file.
  await vi.waitFor(async () => expect(await press()).toBe(false), SOON);
}

/** The five places of the story. */
export async function openFive(
  browser: Browser,
): Promise<Record<'seidel' | 'leon' | 'krueger' | 'aydin' | 'screen', Place>> {
  return {
    seidel: await openFor(browser, 'seidel', SCREENS.laptop),
    leon: await openFor(browser, 'leon', SCREENS.phone),
    krueger: await openFor(browser, 'krueger', { viewport: { width: 960, height: 700 } }),
    aydin: await openFor(browser, 'aydin', SCREENS.laptop),
    screen: await openFor(browser, 'screen', SCREENS.wall),
  };
}

/** Moves the meeting to a phase and waits until a screen shows it. */
export async function moveTo(facilitator: Place, phase: string): Promise<void> {
  await facilitator.page.getByTestId(`phase-${phase}`).click();
}

/** Nothing of what somebody wrote is on the way any more. */
export async function saved(place: Place): Promise<void> {
  await place.page.getByText('gespeichert', { exact: true }).first().waitFor(SOON);
}

/** Shows the list alone, where the page offers the choice. */
export async function showList({ page }: Place): Promise<void> {
  await page.getByText('Liste', { exact: true }).click();
  await page.getByTestId('goal-tree').waitFor(SOON);
}

/** The row of the list whose sentence contains `text`. */
export function row({ page }: Place, text: string): Locator {
  return page.locator('[role=treeitem]').filter({ hasText: text }).last();
}

/** What rows and cards are called: `aria-labelledby` names words of the page and of the plan one by one. */
export function spokenNames(named: Locator): Promise<string[]> {
  return named.evaluateAll((elements) =>
    elements.map((element) =>
      (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(''),
    ),
  );
}

/** The same of one. */
export async function spokenName(named: Locator): Promise<string> {
  return (await spokenNames(named)).join();
}

/** Adds a Richtungsziel through the line under the list. */
export async function addGoal({ page }: Place, text: string): Promise<void> {
  await page.getByTestId('goal-add').fill(text);
  // Where something is selected, there is a choice of what to add.
  const kind = page.getByTestId('goal-add-kind');
  if (await kind.isVisible()) {
    await kind.selectOption('top');
  }
  await page.getByTestId('goal-add').press('Enter');
}

/** Decides and confirms by typing the name. */
export async function decide(
  { page }: Place,
  decision: string,
  name: string,
  remark?: string,
): Promise<void> {
  await page.getByTestId(`protocol-decision-${decision}`).check({ force: true, timeout: 30_000 });
  if (remark) {
    await page.getByTestId('protocol-remark').fill(remark);
  }
  await page.getByTestId('protocol-name').fill(name);
  await page.getByTestId('protocol-submit').click();
  await page.getByTestId('protocol-decided').waitFor(SOON);
}

/** Pictures of every place, for whoever has to find out why a test failed. */
export async function photograph(places: readonly Place[], name: string): Promise<void> {
  const file = name.replace(/[^\w-]+/g, '-');
  for (const { id, page } of places) {
    await page.screenshot({ path: `tests/output/${file}-${id}.png` }).catch(() => undefined);
  }
}

/** Sentences that stand in the list and not on the same goal's card of the board beside it. */
export async function boardDiffersFromList({ page }: Place): Promise<string[]> {
  const inList = await page
    .locator('[role=treeitem][aria-level="1"], [role=treeitem][aria-level="2"]')
    .evaluateAll((rows) =>
      rows.map((one) => ({
        id: one.getAttribute('data-goal') ?? '',
        text: one.querySelector('p')?.textContent ?? '',
      })),
    );
  const onBoard = new Map(
    await page
      .getByTestId('board-goals')
      .locator('[data-card]')
      .evaluateAll((cards) =>
        cards.map((card): [string, string] => [card.getAttribute('data-card') ?? '', card.textContent ?? '']),
      ),
  );
  expect(inList.length).toBeGreaterThan(6);
  return inList.filter(({ id, text }) => !onBoard.get(id)?.includes(text)).map(({ text }) => text);
}

/** Goes on with the Tab key until something that matches has the focus; no mouse, no script. */
export async function tabTo(page: Page, selector: string, back = false): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) {
      return;
    }
  }
  throw new Error(`The Tab key never comes to ${selector}`);
}

/** Something on the page has the focus, and keeps it: it has not fallen to the page. */
export async function expectFocusHeld(page: Page): Promise<void> {
  const held = () =>
    page.evaluate(
      () =>
        new Promise<string | undefined>((resolve) => {
          // What cares for the focus has two frames for it.
          const look = (frames: number): void => {
            requestAnimationFrame(() =>
              frames > 0 ? look(frames - 1) : resolve(document.activeElement?.tagName),
            );
          };
          look(4);
        }),
    );
  await expect.poll(held, SOON).not.toBe('BODY');
  expect(await held()).not.toBe('BODY');
}
