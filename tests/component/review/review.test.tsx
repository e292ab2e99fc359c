import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type * as Y from 'yjs';
import { addGoal, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { Review } from '../../../client/meeting/review/Review.tsx';
import { show } from '../table.tsx';

function Reviewing() {
  const [selected, setSelected] = useState<string | null>('g1');
  return <Review selected={selected} onSelect={setSelected} />;
}

function twoGoals(doc: Y.Doc): void {
  addGoal(doc, null, { id: 'top', textOwn: 'Oben' }, ORIGIN.seed);
  for (const [id, number] of [
    ['g1', '1.1'],
    ['g2', '1.2'],
  ] as const) {
    const before = {
      version: '1.0',
      date: '2026-01-10',
      number,
      text: `Ziel ${number}`,
      dueDate: null,
      status: 'vereinbart',
      target: null,
      scales: {},
    };
    addGoal(doc, 'top', { id, textOwn: `Ziel ${number}`, before }, ORIGIN.seed);
  }
}

it('[UI181] the goal that takes the place of another stays under it, and is made once', async () => {
  const { doc, plan } = await show(<Reviewing />, { seed: twoGoals });
  setGoalField(doc, 'g1', 'consequence', 'ersetzen', ORIGIN.list);
  const add = page.getByRole('button', { name: 'Neues Ziel dazulegen' });
  const field = page.getByRole('textbox', { name: 'Neues Ziel: Handlungsziel 1.2' });
  await add.click();
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Ich gehe jeden Tag hin.');
  await page.getByTestId('review-next').click();
  await expect.element(field).not.toBeInTheDocument();
  await page.getByTestId('review-previous').click();
  await expect.element(field).toHaveValue('Ich gehe jeden Tag hin.');
  await expect.element(add).not.toBeInTheDocument();
  setGoalField(doc, 'g1', 'consequence', 'anpassen', ORIGIN.list);
  await expect.element(field).not.toBeInTheDocument();
  setGoalField(doc, 'g1', 'consequence', 'ersetzen', ORIGIN.list);
  await expect.element(field).toHaveValue('Ich gehe jeden Tag hin.');
  expect(plan().goals[0]?.children.map(({ id, replaces }) => [id === 'g1' || id === 'g2', replaces])).toEqual(
    [
      [true, null],
      [false, 'g1'],
      [true, null],
    ],
  );
});
