import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import * as Y from 'yjs';
import { addGoal, removeGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { setHeard } from '../../client/app/device/heard.ts';
import { Changes } from '../../client/meeting/spoken/Changes.tsx';
import { show } from './table.tsx';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  setHeard('all');
});

/** Frau Wegner's device on the same plan, and what this page says of it. */
async function beside(around: React.ReactNode = null) {
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, seedPlan(EMPTY_SEED));
  addGoal(theirs, null, { id: 'r1' }, ORIGIN.list);
  addGoal(theirs, null, { id: 'r2' }, ORIGIN.list);
  const { doc, others } = await show(
    <>
      <Changes />
      {around}
    </>,
    { seed: (mine) => Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs)) },
  );
  const user = { participationId: 'p-we', personId: 'we', name: 'Frau Wegner', initials: 'We', hue: 1 };
  others.set(new Map([[theirs.clientID, { user }]]));
  theirs.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update, 'server'));
  const region = page.getByTestId('others-changes');
  // It listens once its timer runs.
  await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(0);
  return { theirs, said: () => region.element().textContent, inside: () => region.element().firstChild };
}

it('[UI33] the same goal is told again each time, with its new words, and the same words are heard again', async () => {
  const { theirs, said, inside } = await beside();
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne kochen.', ORIGIN.list);
  vi.advanceTimersByTime(7_000);
  expect(said()).toBe('');
  vi.advanceTimersByTime(2_000);
  await expect.poll(said).toBe('Frau Wegner: Richtungsziel 1, „Ich lerne kochen.“.');
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne schwimmen.', ORIGIN.list);
  setGoalText(theirs, 'r2', 'textOwn', 'Wir essen zusammen.', ORIGIN.list);
  vi.advanceTimersByTime(9_000);
  await expect
    .poll(said)
    .toBe('Frau Wegner: Richtungsziel 1, „Ich lerne schwimmen.“; Richtungsziel 2, „Wir essen zusammen.“.');
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne', ORIGIN.list);
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne schwimmen.', ORIGIN.list);
  setGoalText(theirs, 'r2', 'textOwn', 'Wir essen', ORIGIN.list);
  setGoalText(theirs, 'r2', 'textOwn', 'Wir essen zusammen.', ORIGIN.list);
  const before = inside();
  vi.advanceTimersByTime(9_000);
  await expect.poll(() => inside() === before).toBe(false);
});

it('[UI105] what is announced carries the plan’s language where the plan’s words stand, and nowhere else', async () => {
  const { theirs, said, inside } = await beside();
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne kochen.', ORIGIN.list);
  vi.advanceTimersByTime(9_000);
  await expect.poll(said).not.toBe('');
  const marked = [...(inside()?.parentElement?.querySelectorAll('[lang=de]') ?? [])];
  expect(marked.map(({ textContent }) => textContent)).toEqual(['Ich lerne kochen.']);
});

it('[UI33] what was taken from the table is told with the words that stood there', async () => {
  const { theirs, said } = await beside();
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne kochen.', ORIGIN.list);
  removeGoal(theirs, 'r1', 'we', ORIGIN.list);
  vi.advanceTimersByTime(9_000);
  await expect.poll(said).toBe('Frau Wegner: „Ich lerne kochen.“ vom Tisch genommen.');
});

it('[UI33] nothing is told while one is typing; it is told afterwards', async () => {
  const { theirs, said } = await beside(<input aria-label="Feld" />);
  addText(theirs, 'sicht_kind', { words: 'Hallo' }, ORIGIN.text);
  vi.advanceTimersByTime(7_000);
  await page.getByLabelText('Feld').fill('Ich schreibe');
  vi.advanceTimersByTime(2_000);
  expect(said()).toBe('');
  vi.advanceTimersByTime(3_000);
  await expect.poll(said).toBe('Frau Wegner: Wie Leon es sieht, „Hallo“.');
});

it('[UI33] a device may choose to hear only of what is in front of it, or of nothing', async () => {
  const { theirs, said } = await beside(<section data-here="r2" />);
  setHeard('off');
  setGoalText(theirs, 'r2', 'textOwn', 'Wir essen zusammen.', ORIGIN.list);
  vi.advanceTimersByTime(9_000);
  expect(said()).toBe('');
  setHeard('here');
  setGoalText(theirs, 'r1', 'textOwn', 'Ich lerne kochen.', ORIGIN.list);
  setGoalText(theirs, 'r2', 'textOwn', 'Wir kochen.', ORIGIN.list);
  vi.advanceTimersByTime(9_000);
  await expect.poll(said).toBe('Frau Wegner: Richtungsziel 2, „Wir kochen.“.');
});
