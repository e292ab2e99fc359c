import type { Browser, BrowserContextOptions, Page } from 'playwright';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { SCREENS } from '../../helpers/browser.ts';
import { letIn, moveTo, openFor, openTable, type Place, SOON } from '../round.ts';

/** Three screens of one meeting, in whatever language: nothing here is found by its words. */
export interface Tour {
  desk: Place;
  phone: Place;
  wall: Place;
}

/** Looks at one view; `name` says which. */
export type Look = (name: string, page: Page) => Promise<void>;

const STEPS = [
  'ankommen',
  'sicht_kind',
  'rueckblick',
  'sicht_weitere',
  'ressourcen',
  'ziele',
  'vereinbarungen',
  'abschluss',
];
const TABS = ['now', 'goals', 'strengths', 'me'];
const FREEZE = { timeout: 40_000 };

/** Opens the browsers; who leads is at the table then, the others have opened their link. */
export async function openTour(
  browser: Browser,
  url: string,
  demo: DemoAnswer,
  screen: BrowserContextOptions = SCREENS.phone,
): Promise<Tour> {
  const desk = await openFor(browser, 'seidel', { ...SCREENS.laptop, reducedMotion: 'reduce' });
  const phone = await openFor(browser, 'leon', { ...screen, reducedMotion: 'reduce' });
  const wall = await openFor(browser, 'screen', { ...SCREENS.wall, reducedMotion: 'reduce' });
  await openTable(desk, url, demo);
  for (const { id, page } of [phone, wall]) {
    await page.goto(demo.places.find((place) => place.id === id)?.url ?? '');
    await page.locator('main.access-main button').first().waitFor(SOON);
  }
  return { desk, phone, wall };
}

/** The question, the lobby, and in. */
export async function comeIn({ desk, phone, wall }: Tour, look: Look): Promise<void> {
  await look('question', phone.page);
  await look('question of the screen', wall.page);
  for (const { page } of [phone, wall]) {
    await page.locator('main.access-main button').first().click();
  }
  await desk.page.getByTestId('admit-waiting').nth(1).waitFor(SOON);
  await look('lobby', phone.page);
  await look('lobby of the screen', wall.page);
  await look('strip', desk.page);
  await letIn(desk.page.getByTestId('admit-waiting').first());
  await letIn(desk.page.getByTestId('admit-waiting').first());
  await phone.page.getByTestId('table').waitFor(SOON);
  await wall.page.getByTestId('wall').waitFor(SOON);
}

/** Every step on the three screens. */
export async function everyStep(tour: Tour, look: Look): Promise<void> {
  for (const step of STEPS) {
    await everybodyAt(tour, step);
    await look(`desk ${step}`, tour.desk.page);
    await look(`phone ${step}`, tour.phone.page);
    await look(`wall ${step}`, tour.wall.page);
  }
}

/** Goals and strengths in each view of the desk, a goal's details, and each part of the phone. */
export async function everyMode(tour: Tour, look: Look): Promise<void> {
  const [desk, phone] = [tour.desk.page, tour.phone.page];
  for (const step of ['ressourcen', 'ziele']) {
    await everybodyAt(tour, step);
    for (const [key, mode] of [
      ['1', 'list'],
      ['2', 'board'],
      ['3', 'protocol'],
      ['4', 'both'],
    ] as const) {
      await desk.keyboard.press(`Alt+${key}`);
      await desk.locator(`[data-mode=${mode}]`).waitFor(SOON);
      await look(`desk ${step} as ${mode}`, desk);
    }
  }
  await desk.getByTestId('goal-row-1.1').click();
  await desk.keyboard.press('d');
  await desk.getByTestId('goal-details').waitFor(SOON);
  await look('desk details', desk);
  await desk.getByTestId('goal-details-back').click();
  for (const tab of TABS) {
    await phone.getByTestId(`tab-${tab}`).click();
    await phone.getByTestId(`tab-${tab}`).and(phone.locator('[aria-current]')).waitFor(SOON);
    await look(`phone ${tab}`, phone);
  }
  await phone.getByTestId('tab-goals').click();
  await phone.getByTestId('open-1.1').click();
  await phone.getByTestId('goal-details').waitFor(SOON);
  await look('phone details', phone);
}

/** Frozen: reading, deciding, comparing. */
export async function frozen(tour: Tour, look: Look): Promise<void> {
  const [desk, phone, wall] = [tour.desk.page, tour.phone.page, tour.wall.page];
  await everybodyAt(tour, 'abschluss');
  await desk.getByTestId('freeze').click();
  await phone.getByTestId('protocol-sign').waitFor(FREEZE);
  await desk.getByTestId('protocol-round').waitFor(FREEZE);
  await wall.locator('[data-kind]').first().waitFor(FREEZE);
  await look('desk frozen', desk);
  await look('phone frozen', phone);
  await look('wall frozen', wall);
  await desk.getByTestId('protocol-own-decision').click();
  await desk.getByTestId('protocol-sign').waitFor(SOON);
  await look('desk deciding', desk);
  await desk.getByTestId('protocol-back-to-round').click();
  await desk.getByTestId('protocol-compare').click();
  await desk.locator('[data-fate]').first().waitFor(SOON);
  await look('desk comparing', desk);
  await desk.getByTestId('protocol-compare-back').click();
  await phone.getByTestId('protocol-switch').click();
  await phone.getByTestId('protocol-reading').and(phone.locator(':visible')).first().waitFor(SOON);
  await look('phone reading the whole plan', phone);
  await phone.setViewportSize(SCREENS.laptop.viewport);
  await phone.locator('[data-mode=protocol]').waitFor(SOON);
  await look('laptop deciding', phone);
  await phone.setViewportSize(SCREENS.phone.viewport);
}

/** Sealed: thanks, papers, what comes next. */
export async function sealed(tour: Tour, look: Look): Promise<void> {
  const [desk, phone, wall] = [tour.desk.page, tour.phone.page, tour.wall.page];
  await desk.getByTestId('protocol-seal').click();
  await desk.getByTestId('protocol-seal-confirm').click();
  await desk.getByTestId('protocol-done').waitFor(SOON);
  await phone.getByTestId('protocol-to-documents').waitFor(SOON);
  await look('phone sealed, still open', phone);
  await phone.getByTestId('protocol-to-documents').click();
  await phone.getByTestId('protocol-done').waitFor(SOON);
  await wall.locator('main h2').waitFor(SOON);
  await look('desk sealed', desk);
  await look('phone sealed', phone);
  await look('wall sealed', wall);
}

/** Moves the meeting and waits until every screen shows the step. */
async function everybodyAt({ desk, phone, wall }: Tour, phase: string): Promise<void> {
  await moveTo(desk, phase);
  for (const { page } of [desk, phone, wall]) {
    await page.locator(`[data-phase=${phase}]`).waitFor(SOON);
  }
  if (phase === 'ziele' || phase === 'ressourcen') {
    await desk.page.locator('.tl-container [data-card]:visible').first().waitFor(SOON);
  }
}
