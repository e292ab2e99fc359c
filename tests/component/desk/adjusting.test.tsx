import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addGoal, flatten } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { Review } from '../../../client/meeting/review/Review.tsx';
import { show } from '../table.tsx';

it('[UI171] beside a new wording stand who, until when and target, so that no old day is agreed with it', async () => {
  const before = {
    version: '1.0',
    date: '2026-01-10',
    number: '1.1',
    text: 'Ich bin bis zum 22. Oktober pünktlich.',
    dueDate: '2026-10-22',
    status: 'vereinbart',
    target: 5,
    scales: {},
  } as const;
  const table = await show(<Review selected="h" onSelect={() => undefined} />, {
    seed: (doc) => {
      addGoal(doc, null, { id: 'r', textOwn: 'Schule' }, ORIGIN.seed);
      addGoal(doc, 'r', { id: 'h', textOwn: before.text, dueDate: '2026-10-22', before }, ORIGIN.seed);
    },
  });
  await expect.element(page.getByTestId('goal-until')).not.toBeInTheDocument();
  await page.getByRole('radio', { name: /anpassen/i }).click();
  await expect.element(page.getByTestId('review-wording')).toBeVisible();
  await expect.element(page.getByTestId('goal-until')).toBeVisible();
  await page.getByTestId('goal-who').selectOptions('le');
  await page.getByTestId('goal-target').selectOptions('7');
  expect(flatten(table.plan().goals)[1]).toMatchObject({ responsible: 'le', target: 7 });
});
