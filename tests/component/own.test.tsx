import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import * as Y from 'yjs';
import { addCard, readCards } from '#shared/documents/own/cards.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { OwnPanel } from '../../client/own/OwnPanel.tsx';
import { show } from './table.tsx';

it('[OW20] a double tap puts one card away, and each that was put away comes back', async () => {
  const own = withCards('Eins', 'Zwei');
  await show(<OwnPanel />, { own });
  await expect.element(page.getByTestId('own-put-away').first()).toBeVisible();
  await doubleTap('own-put-away');
  await expect.element(page.getByText('Weggelegt: Eins')).toBeVisible();
  expect(words(own)).toEqual(['Zwei']);
  await pause();
  await page.getByTestId('own-put-away').click();
  await expect.element(page.getByText('Weggelegt: Zwei')).toBeVisible();
  await page.getByTestId('own-bring-back').click();
  await expect.element(page.getByText('Weggelegt: Eins')).toBeVisible();
  await pause();
  await page.getByTestId('own-bring-back').click();
  await expect.element(page.getByTestId('own-bring-back')).not.toBeInTheDocument();
  expect(words(own)).toEqual(['Eins', 'Zwei']);
});

it('[OW20] a double tap makes one card, whatever has come under the finger', async () => {
  const own = withCards();
  await show(<OwnPanel />, { own });
  await expect.element(page.getByTestId('own-add-satz')).toBeEnabled();
  await doubleTap('own-add-satz', 'own-add-ziel');
  expect(readCards(own).map(({ kind }) => kind)).toEqual(['satz']);
  await pause();
  await page.getByTestId('own-add-ziel').click();
  await expect.element(page.getByTestId('own-card').nth(1)).toBeVisible();
});

it('[OW20] a second card is made at once where another button is pressed', async () => {
  const own = withCards();
  await show(<OwnPanel />, { own });
  await expect.element(page.getByTestId('own-add-satz')).toBeEnabled();
  await pressAt('own-add-ziel');
  await pressAt('own-add-satz');
  expect(readCards(own).map(({ kind }) => kind)).toEqual(['ziel', 'satz']);
});

/** A press in the middle of the button, as a finger or a mouse makes it. */
async function pressAt(testId: string): Promise<void> {
  const button = document.querySelector(`[data-testid="${testId}"]`);
  const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
  const spot = { clientX: x + width / 2, clientY: y + height / 2 };
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, ...spot }));
  await new Promise((drawn) => setTimeout(drawn));
}

/** Two presses at one place, as quick as a finger; the page has drawn what the first one changed. */
async function doubleTap(first: string, then = first): Promise<void> {
  press(first);
  await new Promise((drawn) => setTimeout(drawn));
  press(then);
  await new Promise((drawn) => setTimeout(drawn));
}

function press(testId: string): void {
  document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click();
}

/** Longer than a double tap. */
function pause(): Promise<void> {
  return new Promise((over) => setTimeout(over, 600));
}

function withCards(...texts: string[]): Y.Doc {
  const own = new Y.Doc();
  for (const text of texts) {
    addCard(own, { kind: 'satz', text }, ORIGIN.seed);
  }
  return own;
}

function words(own: Y.Doc): string[] {
  return readCards(own).map(({ text }) => text);
}
