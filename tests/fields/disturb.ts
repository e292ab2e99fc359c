import type { Page } from 'playwright';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { listenFromTheStart } from '../e2e/live-regions.ts';
import { type Place, SOON } from '../e2e/round.ts';
import { openPageIn, SCREENS } from '../helpers/browser.ts';
import type { House } from './house.ts';
import { goOn, type Typed } from './words.ts';

/** What may happen to somebody who is typing. */
export const DISTURBANCES = [
  'reload',
  'step',
  'freeze',
  'another',
  'offline',
  'offline reload',
  'thrown away',
  'turned',
] as const;
export type Disturbance = (typeof DISTURBANCES)[number];

/** What costs a second and not three: drawn twice as often. */
export const QUICK: readonly Disturbance[] = ['step', 'another', 'offline'];

/** What of it may happen while the plan is read, where nobody else is in one's own answer. */
export const WHILE_CLOSED: readonly Disturbance[] = [
  'reload',
  'offline',
  'offline reload',
  'thrown away',
  'turned',
];

export interface Scene {
  house: House;
  place: Place;
  typed: Typed;
  phase: MeetingPhase;
}

/** Lets it happen, while the second part is typed where a hand could go on typing. */
export const HAPPENS: Record<Disturbance, (scene: Scene) => Promise<void>> = {
  async reload({ place: { page } }) {
    await page.reload();
    await atTable(page);
  },
  async step({ house, place, typed, phase }) {
    const next = phase === 'ankommen' ? 'sicht_kind' : 'ankommen';
    await Promise.all([goOn(place.page, typed), house.command('phase', { phase: next })]);
    await house.viewOf(place);
    await place.page.waitForFunction((wanted) => {
      const table = document.querySelector('[data-testid=table]');
      return table?.getAttribute('data-phase') === wanted;
    }, next);
  },
  async freeze({ house, place, typed }) {
    await Promise.all([goOn(place.page, typed), house.command('freeze', { step: 'begin' })]);
    await place.page
      .getByTestId('protocol-pane')
      .and(place.page.locator('[data-state=frozen]'))
      .or(place.page.getByTestId('phone-me'))
      .first()
      .waitFor(SOON);
  },
  async another({ house, place, typed }) {
    // A day and a number stand in the plan otherwise than their keys.
    await house.meddle(place, typed.keys[1] === '' ? typed.stored : typed.keys[0], typed.other);
    await goOn(place.page, typed);
    await place.page.keyboard.press('Tab');
  },
  async offline({ place: { page, context }, typed }) {
    await context.setOffline(true);
    await goOn(page, typed);
    await context.setOffline(false);
  },
  async 'offline reload'({ place: { page, context }, typed }) {
    await context.setOffline(true);
    await goOn(page, typed);
    await page.reload().catch(() => undefined);
    await context.setOffline(false);
    await page.reload();
    await atTable(page);
  },
  async 'thrown away'({ house, place, typed }) {
    await goOn(place.page, typed);
    await throwAway(house, place);
    await atTable(place.page);
  },
  async turned({ place: { page }, typed }) {
    const before = page.viewportSize() ?? SCREENS.laptop.viewport;
    const isPhone = before.width < 700;
    await goOn(page, typed);
    await page.setViewportSize((isPhone ? SCREENS.laptop : SCREENS.phone).viewport);
    await atTable(page);
    await page.setViewportSize(before);
    await atTable(page);
  },
};

async function atTable(page: Page): Promise<void> {
  await page.getByTestId('table').waitFor(SOON);
}

/**
 * A phone that needs its memory ends a tab without telling it, and opens it anew when it is looked at: what
 * stood in the tab's storage and in its history is all that is left.
 */
async function throwAway(house: House, place: Place): Promise<void> {
  const { page, context } = place;
  const left = await page.evaluate(() => ({
    url: location.href,
    stored: Object.entries(sessionStorage),
    // Back would lead out of a page that is the first of its tab.
    state: { ...history.state, closes: null } as unknown,
  }));
  await page.close();
  const opened = await openPageIn(context);
  await opened.page.addInitScript(({ stored, state }) => {
    // Once; and a page that could not be loaded has no storage.
    if (location.protocol.startsWith('http') && sessionStorage.getItem('came back') === null) {
      sessionStorage.setItem('came back', 'yes');
      for (const [key, value] of stored) {
        sessionStorage.setItem(key, value);
      }
      history.replaceState(state, '');
    }
  }, left);
  place.page = opened.page;
  house.watch(opened.troubles);
  await listenFromTheStart(opened.page);
  await opened.page.goto(left.url);
}
