import type { Page } from 'playwright';
import { expect } from 'vitest';
import { SOON } from '../e2e/round.ts';

/** How one comes to a view, from wherever one is at that step. */
export type Open = (page: Page) => Promise<void>;

export async function bothOf(page: Page): Promise<void> {
  // Out of what was opened last: a letter would be written there.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+4');
  await page.locator('[data-mode=both]').waitFor(SOON);
}

/** What is left by a button of its own. */
export async function closed(page: Page, back: string): Promise<void> {
  if (await page.getByTestId(back).isVisible()) {
    await page.getByTestId(back).click();
  }
}

export function part(name: string): Open {
  return async (page) => {
    await page.getByTestId(`tab-${name}`).click();
    await page.getByTestId(`tab-${name}`).and(page.locator('[aria-current]')).waitFor(SOON);
  };
}

export function rowOf(number: string, key: 'Enter' | 'd'): Open {
  return async (page) => {
    await bothOf(page);
    await closed(page, 'goal-details-back');
    await page.getByTestId(`goal-row-${number}`).click();
    await page.keyboard.press(key);
    await page.getByTestId(key === 'd' ? 'goal-own' : 'goal-sentence').waitFor(SOON);
    if (key === 'd') {
      await allOfAGoal(page, number);
    }
  };
}

/** The parts that come when they are wanted: the common wording, the day, the line for help. */
async function allOfAGoal(page: Page, number: string): Promise<void> {
  const agree = page.getByTestId('goal-agree');
  if (await agree.isVisible()) {
    await agree.click();
  }
  if (number.includes('.')) {
    await page.getByTestId('goal-details').getByRole('spinbutton').first().waitFor(SOON);
  }
  if (number === '1.1') {
    await page.getByTestId('help-input').waitFor(SOON);
  }
}

export function phoneDetails(number: string): Open {
  return async (page) => {
    await part('goals')(page);
    if (number.length > 4) {
      await page.getByRole('button', { name: /./ }).and(page.locator('[class*=stepOpen]')).first().click();
    } else {
      await page.getByTestId(`open-${number}`).click();
    }
    await page.getByTestId('goal-own').waitFor(SOON);
    await allOfAGoal(page, number);
  };
}

export function pressed(testId: string, shows: string): Open {
  return async (page) => {
    await bothOf(page);
    await page.getByTestId(testId).click();
    await page.getByTestId(shows).first().waitFor(SOON);
  };
}

async function onBoard(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+2');
  await page.locator('[data-mode=board]').waitFor(SOON);
}

export function firstCard(): Open {
  return async (page) => {
    await onBoard(page);
    const card = page.locator('.tl-container [data-card]:visible').first();
    await card.focus();
    await card.press('Enter');
    await page.getByTestId('board-field').first().waitFor(SOON);
  };
}

export async function newStrength(page: Page): Promise<void> {
  await onBoard(page);
  await page.getByRole('toolbar').getByRole('button', { name: 'Stärke' }).click();
  await page.getByTestId('strength-title').waitFor(SOON);
}

export async function firstStrength(page: Page): Promise<void> {
  await bothOf(page);
  await unfolded(page);
}

export async function phoneStrength(page: Page): Promise<void> {
  await part('strengths')(page);
  await unfolded(page);
}

async function unfolded(page: Page): Promise<void> {
  const first = page.locator('[data-resource] > button').first();
  if ((await first.getAttribute('aria-expanded')) === 'false') {
    await first.click();
  }
  await page.getByTestId('resource-title').waitFor(SOON);
}

export function review(consequence: string): Open {
  return async (page) => {
    await bothOf(page);
    await page.locator(`[data-testid=review-consequence] input[value=${consequence}]`).check();
    if (consequence === 'ersetzen') {
      const field = page.getByTestId('review-new-goal');
      const add = page.getByTestId('review').getByRole('button', { name: /^neues ziel/i });
      await add.or(field).waitFor(SOON);
      if (await add.isVisible()) {
        await add.click();
      }
      await field.waitFor(SOON);
    }
  };
}

export async function help(page: Page): Promise<void> {
  await bothOf(page);
  if (!(await page.getByTestId('service').first().isVisible())) {
    await page.getByTestId('service-add').click();
  }
  await page.getByTestId('service').first().getByRole('spinbutton').first().waitFor(SOON);
}

export async function excused(page: Page): Promise<void> {
  await bothOf(page);
  const how = page.locator('[data-testid^=attendance-] select, select[data-testid^=attendance-]').first();
  await how.selectOption('entschuldigt');
  await page.locator('[data-testid^=attendance-note-]').first().waitFor(SOON);
}

export async function ownOnDesk(page: Page): Promise<void> {
  // What was opened before makes the rest of the page deaf to presses.
  const button = page.getByTestId('own-open');
  const isDeaf = async (): Promise<boolean> => {
    await page.keyboard.press('Escape');
    return button.evaluate((one) => one.closest('[inert], [aria-hidden=true]') !== null);
  };
  await expect.poll(isDeaf, SOON).toBe(false);
  if (!(await page.getByTestId('own').isVisible())) {
    await button.click();
  }
  await ownCard(page);
}

export async function ownOnPhone(page: Page): Promise<void> {
  await part('me')(page);
  await ownCard(page);
}

async function ownCard(page: Page): Promise<void> {
  if (!(await page.getByTestId('own-words').first().isVisible())) {
    await page.getByTestId('own-add-ziel').click();
  }
  await page.getByTestId('own-words').first().waitFor(SOON);
}

export async function seatMenu(page: Page): Promise<void> {
  await bothOf(page);
  const menus = page.locator('[data-testid^=seat-menu-]');
  if ((await menus.count()) === 0) {
    await page.getByTestId('round-fold').click();
  }
  await menus.first().click();
  // Until it stands there, the focus is still elsewhere.
  await page.getByTestId('seat-remove').waitFor(SOON);
}
