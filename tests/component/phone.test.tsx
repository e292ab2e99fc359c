import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { MyScale } from '../../client/meeting/phone/now/MyScale.tsx';
import { smallTree } from './seeds.ts';
import { show } from './table.tsx';

it('[UI42] asks for the own number at one goal, stores it at once and takes it back', async () => {
  const { plan } = await show(<MyScale />, { seed: smallTree });
  const scales = () => plan().goals[0]?.children[0]?.scales;
  await expect
    .element(page.getByRole('heading', { name: 'Wo stehst du gerade bei diesem Ziel?' }))
    .toBeVisible();
  await expect.element(page.getByText('Frau Lorenz fragt')).toBeVisible();
  await expect.element(page.getByText('Alle am Tisch sehen deine Zahl sofort.')).toBeVisible();
  await expect.element(page.getByRole('group', { name: /Wo stehst du/ })).toBeEnabled();
  await page.getByText('6', { exact: true }).click();
  await expect.element(page.getByText(/Deine Zahl ist 6/)).toBeVisible();
  expect(scales()).toEqual({ le: 6 });
  await page.getByRole('button', { name: 'Zurücknehmen' }).click();
  await expect.element(page.getByText(/Deine Zahl ist 6/)).not.toBeInTheDocument();
  expect(scales()).toEqual({});
});

it('asks nobody who may not write, and nothing where there is no goal', async () => {
  await show(<MyScale />, { seed: smallTree, reader: true });
  await expect.element(page.getByText('Ich gehe jeden Tag hin')).toBeVisible();
  await expect.element(page.getByRole('radio')).not.toBeInTheDocument();
});

it('without a goal it says that one need do nothing', async () => {
  await show(<MyScale />, {});
  await expect.element(page.getByRole('heading', { name: /Du musst nichts tun/ })).toBeVisible();
});
