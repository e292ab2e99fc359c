import type { Page } from 'playwright';
import { expect } from 'vitest';
import { SOON } from '../e2e/round.ts';
import { closed, type Open, ownOnPhone } from './openings.ts';
import type { Way } from './ways.ts';

/** Where somebody types while the plan is read and after it was sealed. The order is that of a meeting. */
export const CLOSED_WAYS: readonly Way[] = [
  { ...read('phone, a remark'), who: 'phone', open: answering('mit_anmerkung') },
  { ...read('phone, a no'), who: 'phone', open: answering('nicht_einverstanden') },
  { ...read('phone, time to think'), who: 'phone', open: answering('bedenkzeit') },
  { ...read('phone, only for me'), who: 'phone', open: ownOnPhone },
  { ...read('desk, the own answer'), who: 'desk', open: ownAnswer },
  { ...read('desk, comparing'), who: 'desk', open: comparing },
  { ...read('desk, the next meeting'), state: 'sealed', who: 'desk', open: nextMeeting },
];

function read(name: string): Pick<Way, 'name' | 'phase' | 'state'> {
  return { name, phase: 'abschluss', state: 'frozen' };
}

function answering(decision: string): Open {
  return async (page) => {
    await page.getByTestId('tab-now').click();
    await page.getByTestId(`protocol-decision-${decision}`).check({ force: true, ...SOON });
    if (decision === 'bedenkzeit') {
      await page.getByRole('spinbutton').first().waitFor(SOON);
    }
  };
}

async function ownAnswer(page: Page): Promise<void> {
  const own = page.getByTestId('protocol-own-decision');
  const back = page.getByTestId('protocol-back-to-round');
  await own.or(back).first().waitFor(SOON);
  if (await own.isVisible()) {
    await own.click();
  }
  await page.getByTestId('protocol-decision-mit_anmerkung').check({ force: true });
}

async function comparing(page: Page): Promise<void> {
  const places = ['protocol-back-to-round', 'protocol-round', 'protocol-compare-back'];
  const shown = places.map((id) => `[data-testid=${id}]`).join(', ');
  await page.locator(shown).first().waitFor(SOON);
  await closed(page, 'protocol-back-to-round');
  await closed(page, 'protocol-compare-back');
  await page.getByTestId('protocol-compare').click();
  await page.locator('[data-fate]').first().waitFor(SOON);
}

async function nextMeeting(page: Page): Promise<void> {
  await closed(page, 'protocol-compare-back');
  await page.getByTestId('protocol-done').waitFor(SOON);
  const place = page.getByTestId('protocol-next-place');
  // What was open before a reload comes by itself, and closes the button away.
  const isThere = async (): Promise<boolean> => {
    if (!(await place.isVisible())) {
      await page
        .getByTestId('protocol-next')
        .click({ timeout: 500 })
        .catch(() => undefined);
    }
    return place.isVisible();
  };
  await expect.poll(isThere, SOON).toBe(true);
  await page.getByRole('spinbutton').first().waitFor(SOON);
}
