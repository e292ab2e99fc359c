import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DemoAnswer } from '#shared/api/answers.ts';
import { openBrowser, SCREENS } from '../../helpers/browser.ts';
import { type ServerProcess, startServer } from '../../helpers/server-process.ts';
import { openFor, photograph, SOON } from '../round.ts';
import { comeIn, everyMode, everyStep, frozen, openTour, sealed, type Tour } from './tour.ts';

/** Where one is, for who hears the page: its title, its one main part, its one first heading. */
describe('[UI58] where one is, on every page and view', () => {
  let server: ServerProcess;
  let browser: Browser;
  let demo: DemoAnswer;
  let tour: Tour;
  const found: Record<string, string[]> = {};
  const titles: Record<string, string> = {};

  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer('embedded'), openBrowser()]);
    demo = await server.demo();
  });
  beforeEach(({ onTestFailed, task }) => {
    onTestFailed(() => photograph(tour ? Object.values(tour) : [], `where-${task.name.slice(0, 40)}`));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  async function look(name: string, page: Page): Promise<void> {
    titles[name] = await page.title();
    found[name] = await ways(page);
  }

  it('before the table', async () => {
    const { page, context } = await openFor(browser, 'krueger', SCREENS.laptop);
    for (const path of [
      '/',
      '/anmelden',
      '/nirgends',
      '/j#falsch',
      '/p/00000000-0000-4000-8000-000000000000',
    ]) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor(SOON);
      await page.locator('main:not([aria-busy=true])').first().waitFor(SOON);
      await look(path, page);
    }
    // Nothing is answered: what waits says so, under the same heading that it is called by.
    await page.route(/\/api\//, () => undefined);
    await page.routeWebSocket(/./, () => undefined);
    for (const path of ['/', '/heute', '/p/00000000-0000-4000-8000-000000000001']) {
      await page.goto(`${server.url}${path}`);
      await page.locator('main[aria-busy=true]').waitFor(SOON);
      await look(`${path} waiting`, page);
      expect(titles[`${path} waiting`]).toBe('Einen Moment … · Planrunde');
    }
    await page.unroute(/\/api\//);
    await page.route(/\/assets\/SignIn-/, (route) => route.abort());
    await page.goto(`${server.url}/anmelden`);
    await page.getByRole('alert').first().waitFor(SOON);
    await look('page that cannot be had', page);
    await page.route('**/api/**', (route) => route.abort());
    for (const path of ['/', '/heute']) {
      await page.goto(`${server.url}${path}`);
      await page.getByRole('alert').first().waitFor(SOON);
      await look(`${path} not reached`, page);
    }
    await context.close();
    expectFound();
    for (const title of Object.values(titles)) {
      expect(title).toMatch(/^.{4,} · Planrunde$/);
    }
  });

  it('at the table, in every step, view and part', async () => {
    tour = await openTour(browser, server.url, demo);
    await comeIn(tour, look);
    await everyStep(tour, look);
    await everyMode(tour, look);
    expectFound();
    expect(titles).toMatchObject({
      'desk sicht_kind': 'Leons Sicht · Leon W. · Planrunde',
      'desk ziele as list': 'Ziele · Leon W. · Planrunde',
      'desk ziele as protocol': 'Protokoll · Leon W. · Planrunde',
      'phone strengths': 'Stärken · Leon W. · Planrunde',
      'wall sicht_kind': 'Wie Leon es sieht · Leon W. · Planrunde',
      'wall ziele': 'Ziele · Leon W. · Planrunde',
    });
  });

  it('while one looks at another step, that step is named', async () => {
    const { page } = tour.phone;
    await page.setViewportSize(SCREENS.laptop.viewport);
    await page.getByTestId('phase-rueckblick').click();
    await expect.poll(() => page.title(), SOON).toBe('Rückblick · Leon W. · Planrunde');
    await page.getByTestId('peek-back').click();
    await expect.poll(() => page.title(), SOON).toBe('Ziele · Leon W. · Planrunde');
    await page.setViewportSize(SCREENS.phone.viewport);
  });

  it('while it is read, decided on and sealed', async () => {
    await frozen(tour, look);
    await sealed(tour, look);
    expectFound();
    for (const name of ['desk frozen', 'phone frozen', 'desk sealed', 'phone sealed']) {
      expect({ [name]: titles[name] }).toEqual({ [name]: 'Protokoll · Leon W. · Planrunde' });
    }
    expect(titles['desk comparing']).toMatch(
      /^Was hat sich seit dem .+ geändert\? · Protokoll · Leon W\. · /,
    );
    expect(titles['wall frozen']).toBe('Wir lesen jetzt gemeinsam. · Leon W. · Planrunde');
  });

  function expectFound(): void {
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
  }
});

/** What is missing, or there twice, for finding one's way by ear. */
async function ways(page: Page): Promise<string[]> {
  const wrong: string[] = [];
  for (const [what, count] of [
    ['main', await page.getByRole('main').count()],
    ['h1', await page.getByRole('heading', { level: 1 }).count()],
  ] as const) {
    if (count !== 1) {
      wrong.push(`${count} ${what}`);
    }
  }
  const levels = await page
    .getByRole('heading')
    .evaluateAll((headings) =>
      headings.map((heading) => [Number(heading.tagName[1]), heading.textContent ?? ''] as const),
    );
  let above = 0;
  for (const [level, words] of levels) {
    if (level > above + 1) {
      wrong.push(`h${level} "${words.slice(0, 30)}" under h${above}`);
    }
    above = level;
  }
  return wrong;
}
