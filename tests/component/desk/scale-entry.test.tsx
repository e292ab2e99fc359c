import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { flatten, readGoals, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { usePlan } from '../../../client/app/context.ts';
import { MyScale } from '../../../client/meeting/phone/now/MyScale.tsx';
import { Scale } from '../../../client/plan/list/details/Scale.tsx';
import { EnteredForMe } from '../../../client/plan/list/EnteredForMe.tsx';
import { smallTree } from '../seeds.ts';
import { show, type Table } from '../table.tsx';
import { tableView, WEGNER } from '../view.ts';

const LEADS = {
  me: { ...tableView().me, participationId: 'p-we', person: WEGNER, role: 'moderation' },
} as const;

function Numbers() {
  const goal = flatten(usePlan().goals).find(({ depth }) => depth === 1);
  return goal ? <Scale goal={goal} /> : null;
}

const numbers = ({ doc }: Table) => {
  const goal = flatten(readGoals(doc)).find(({ depth }) => depth === 1);
  return { id: goal?.id ?? '', scales: goal?.scales, by: goal?.scalesBy };
};

it('[UI190] who does not lead gives their own number, and nobody else’s', async () => {
  const table = await show(<Numbers />, {
    seed: smallTree,
    view: { me: { ...tableView().me, person: WEGNER } },
  });
  await expect.element(page.getByRole('group', { name: 'Deine Zahl, 0 bis 10' })).toBeVisible();
  await expect.element(page.getByLabelText('Zahl von', { exact: true })).not.toBeInTheDocument();
  await page.getByRole('group', { name: 'Deine Zahl, 0 bis 10' }).getByText('8', { exact: true }).click();
  expect(numbers(table)).toMatchObject({ scales: { le: 4, we: 8 }, by: {} });
});

it('[UI190] who leads begins with their own, and both names stand with one entered for somebody', async () => {
  const table = await show(<Numbers />, { seed: smallTree, view: LEADS });
  await expect.element(page.getByRole('group', { name: 'Deine Zahl, 0 bis 10' })).toBeVisible();
  await page.getByLabelText('Zahl von', { exact: true }).selectOptions('Leon');
  const forLeon = page.getByRole('group', { name: 'Zahl für Leon, 0 bis 10' });
  await expect.element(page.getByText(/Die Zahl gehört Leon/)).toBeVisible();
  await forLeon.getByText('6', { exact: true }).click();
  expect(numbers(table)).toMatchObject({ scales: { le: 6 }, by: { le: 'we' } });
  await expect.element(page.getByText('Die Zahl von Leon hat Frau Wegner eingetragen.')).toBeVisible();
});

it('[UI191] arrow keys go to a number and give none; Enter and Space do', async () => {
  const table = await show(<Numbers />, { seed: smallTree, view: LEADS });
  await expect.element(page.getByRole('group', { name: 'Deine Zahl, 0 bis 10' })).toBeVisible();
  const radio = (value: number) =>
    document.querySelector<HTMLInputElement>(`[data-testid=goal-scale] input[value="${value}"]`);
  radio(0)?.focus();
  await userEvent.keyboard('{ArrowRight}{ArrowDown}{ArrowRight}');
  expect(document.activeElement).toBe(radio(3));
  await userEvent.keyboard('{ArrowLeft}');
  expect(document.activeElement).toBe(radio(2));
  expect(numbers(table).scales).toEqual({ le: 4 });
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => numbers(table).scales).toEqual({ le: 4, we: 2 });
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft} ');
  await expect.poll(() => numbers(table).scales).toEqual({ le: 4, we: 10 });
});

it('[UI190] a number entered for me is told at once, stands at the goal, and goes away with a press', async () => {
  const table = await show(
    <>
      <EnteredForMe />
      <MyScale />
    </>,
    { seed: smallTree },
  );
  await expect.element(page.getByText('Deine Zahl ist 4.')).toBeVisible();
  await expect.element(page.getByTestId('entered-for-me')).not.toBeInTheDocument();
  setScale(table.doc, numbers(table).id, 'le', 2, ORIGIN.list, 'we');
  await expect
    .element(page.getByTestId('entered-for-me'))
    .toHaveTextContent('Frau Wegner hat bei „Ich gehe jeden Tag hin“ für dich die 2 eingetragen.');
  await expect.element(page.getByText('Frau Wegner hat für dich die 2 eingetragen.')).toBeVisible();
  await page.getByRole('button', { name: 'Stimmt so' }).click();
  await expect.element(page.getByTestId('entered-for-me')).not.toBeInTheDocument();
  expect(numbers(table).scales).toEqual({ le: 2 });
  setScale(table.doc, numbers(table).id, 'le', 3, ORIGIN.list, 'we');
  await page.getByRole('button', { name: 'Das ist nicht meine Zahl' }).click();
  expect(numbers(table)).toMatchObject({ scales: {}, by: {} });
});
