import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addAgreement } from '#shared/documents/plan/arrangements.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { LeftPane } from '../../../client/meeting/desk/LeftPane.tsx';
import { PhoneGoals } from '../../../client/meeting/phone/PhoneGoals.tsx';
import { Agreements } from '../../../client/meeting/sections/Agreements.tsx';
import { smallTree } from '../seeds.ts';
import { show } from '../table.tsx';

it('[UI38] a goal that was taken from the table on a phone comes back with its steps, at once', async () => {
  const { plan } = await show(<PhoneGoals />, { seed: smallTree });
  await page.getByTestId('open-1.1').click();
  await page.getByTestId('goal-remove').click();
  await expect.element(page.getByText('Vom Tisch: „Ich gehe jeden Tag hin“')).toBeVisible();
  expect(plan().goals[0]?.children).toEqual([]);
  await page.getByTestId('taken-away-back').click();
  await expect.element(page.getByTestId('open-1.1')).toBeVisible();
  await expect.element(page.getByTestId('taken-away')).not.toBeInTheDocument();
  expect(plan().goals[0]?.children[0]?.children).toHaveLength(2);
});

it('[UI38] on a phone it comes back from the list too, with who took it away; so does a step', async () => {
  const { plan } = await show(<PhoneGoals />, { seed: smallTree });
  await page.getByRole('button', { name: 'Wecker stellen' }).click();
  await page.getByTestId('goal-remove').click();
  await page.getByRole('button', { name: 'Schließen' }).click();
  await page.getByText('Eines ist vom Tisch').click();
  await expect.element(page.getByText('von Leon herausgenommen')).toBeVisible();
  await page.getByRole('button', { name: 'Zurückholen' }).click();
  await expect.element(page.getByRole('button', { name: 'Wecker stellen' })).toBeVisible();
  expect(plan().goals[0]?.children[0]?.children).toHaveLength(2);
});

it('[UI38] what is taken from the table in the details comes back by one button beside the list', async () => {
  const { plan } = await show(<Pane />, { seed: smallTree });
  await page.getByTestId('goal-row-1.1').click();
  await userEvent.keyboard('d');
  await page.getByTestId('goal-remove').click();
  await page.getByTestId('taken-away-back').click();
  await expect.element(page.getByTestId('goal-row-1.1')).toBeVisible();
  expect(plan().goals[0]?.children[0]?.children).toHaveLength(2);
});

it('[UI38] an agreement comes back to its place, at once and from the list', async () => {
  const { plan } = await show(<Agreements />, {
    seed(doc) {
      addAgreement(doc, 'Wir rufen an', ORIGIN.seed);
      addAgreement(doc, 'Wir schreiben', ORIGIN.seed);
    },
  });
  const words = () => plan().agreements.map(({ text }) => text);
  await page.getByRole('button', { name: 'Vereinbarung 1 vom Tisch nehmen' }).click();
  await page.getByTestId('taken-away-back').click();
  await expect.poll(words).toEqual(['Wir rufen an', 'Wir schreiben']);
  // Sooner it would be a double tap.
  await new Promise((over) => setTimeout(over, 600));
  await page.getByRole('button', { name: 'Vereinbarung 1 vom Tisch nehmen' }).click();
  await page.getByText('Eines ist vom Tisch').click();
  await page.getByTestId('removed-list').getByRole('button', { name: 'Zurückholen' }).click();
  await expect.poll(words).toEqual(['Wir rufen an', 'Wir schreiben']);
});

/** The narrow list of a laptop, where details take its place. */
function Pane() {
  const [selected, setSelected] = useState<string | null>(null);
  const [details, setDetails] = useState<string | null>(null);
  return (
    <LeftPane
      step={stepOf('ziele')}
      wide={false}
      selected={selected}
      onSelect={setSelected}
      details={details}
      onDetails={setDetails}
    />
  );
}
