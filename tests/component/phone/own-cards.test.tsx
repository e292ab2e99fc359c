import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import type { ParticipantView } from '#shared/api/view.ts';
import { addCard, type CardKind, cardMap, readCards } from '#shared/documents/own/cards.ts';
import { addGoal, removeGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { OwnPanel } from '../../../client/own/OwnPanel.tsx';
import { show } from '../table.tsx';
import { LEON, WEGNER } from '../view.ts';

it('[OW20] a double tap on what shows a card does nothing to the card that moves under the finger', async () => {
  const own = withCards('satz', 'Eins', 'Zwei');
  await show(<OwnPanel />, { own });
  await page.getByTestId('own-show').first().click();
  await expect.element(page.getByTestId('own-show-yes')).toBeVisible();
  await pause();
  await tap('own-show-yes');
  await tap('own-put-away');
  expect(readCards(own)).toHaveLength(2);
});

it('[OW20] a double tap on what takes a card back makes no new one', async () => {
  const own = withCards('ziel', 'Eins');
  markShown(own);
  await show(<OwnPanel />, { own });
  await expect.element(page.getByTestId('own-take-back')).toBeVisible();
  await tap('own-take-back');
  await tap('own-add-ziel');
  expect(readCards(own)).toHaveLength(1);
});

it('[OW30] what was shown is told in the words of the plan, and that it is off the table', async () => {
  const own = withCards('ziel', 'Ich will schlafen');
  const id = markShown(own);
  const { doc } = await show(<OwnPanel />, {
    own,
    seed: (plan) => addGoal(plan, null, { id, textOwn: 'Ich will ausschlafen' }, ORIGIN.seed),
  });
  const shown = page.getByTestId('own-shown');
  await expect.poll(() => shown.element().textContent).toMatch(/ausschlafen/);
  await expect.poll(() => shown.element().textContent).not.toMatch(/nicht mehr auf dem Tisch/);
  removeGoal(doc, id, WEGNER.id, ORIGIN.list);
  await expect.poll(() => shown.element().textContent).toMatch(/Liegt nicht mehr auf dem Tisch\./);
});

const PLACES: [CardKind, MeetingPhase, string, boolean][] = [
  ['satz', 'sicht_kind', 'bei „Wie Leon es sieht“', true],
  ['satz', 'ressourcen', 'bei „Wie Leon es sieht“', false],
  ['staerke', 'ziele', 'bei den Stärken', false],
  ['staerke', 'ressourcen', 'bei den Stärken', true],
  ['ziel', 'ziele', 'bei den Zielen', true],
];

it.for(PLACES)('[OW31] before a %s is shown in %s it is said where it will stand', async (row) => {
  const [kind, phase, place, isOnScreen] = row;
  const view = { phase, screens: 1, participants: [seat('p-le'), seat('p-we'), seat('p-kr')] };
  await show(<OwnPanel />, { own: withCards(kind, 'Das hier'), view });
  await page.getByTestId('own-show').click();
  const asks = page.getByTestId('own-asks');
  // Oneself is not counted.
  await expect.element(asks).toBeVisible();
  const said = `Dann steht es im Plan ${place}. Alle anderen können es lesen: 2 am Tisch.`;
  expect(asks.element().textContent).toContain(said);
  expect(asks.element().textContent?.includes('auf dem großen Bildschirm')).toBe(isOnScreen);
  await page.getByTestId('own-show-yes').click();
  await expect.element(page.getByText(`Gezeigt. Es steht jetzt im Plan ${place}.`)).toBeVisible();
});

it('[UI70] Escape closes the question, and no press lets the focus fall to the page', async () => {
  const own = withCards('satz', 'Eins', 'Zwei');
  await show(<OwnPanel />, { own });
  const opens = page.getByTestId('own-show').first();
  await expect.element(opens).toBeVisible();
  opens.element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByTestId('own-show-no')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTestId('own-asks')).not.toBeInTheDocument();
  await expect.element(opens).toHaveFocus();
  await pause();
  page.getByTestId('own-put-away').first().element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('group', { name: 'Nur für mich' })).toHaveFocus();
});

/** A press at one place, as quick as a finger; the page has drawn what it changed. */
async function tap(testId: string): Promise<void> {
  document.querySelector<HTMLElement>(`[data-testid="${testId}"]`)?.click();
  await new Promise((drawn) => setTimeout(drawn, 50));
}

/** Longer than a double tap. */
function pause(): Promise<void> {
  return new Promise((over) => setTimeout(over, 600));
}

function withCards(kind: CardKind, ...texts: string[]): Y.Doc {
  const own = new Y.Doc();
  for (const text of texts) {
    addCard(own, { kind, text }, ORIGIN.seed);
  }
  return own;
}

/** The first card as the server marks it; gives its id. */
function markShown(own: Y.Doc): string {
  const id = readCards(own)[0]?.id ?? '';
  cardMap(own).get(id)?.set('shown', { at: '2026-03-10T16:15:00Z' });
  return id;
}

function seat(participationId: string): ParticipantView {
  return {
    participationId,
    person: participationId === 'p-le' ? LEON : WEGNER,
    role: 'junger_mensch',
    attendance: 'vor_ort',
    noted: null,
    note: '',
    proposed: null,
    online: true,
    present: 'room',
  };
}
