import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ActionCard } from '../../client/plan/cards/ActionCard.tsx';
import { StepRow, StepSheet } from '../../client/plan/cards/Steps.tsx';
import { show } from './table.tsx';

const SCALES = [
  { name: 'Leon', initials: 'Le', before: 2, now: 4 },
  { name: 'Frau Wegner', initials: 'We', before: null, now: 6 },
];

it('[UI29] a card in focus reads its scale as a sentence, each value with its person', async () => {
  await show(
    <ActionCard
      number="1.1"
      sentence="Ich gehe hin"
      density="focus"
      scales={SCALES}
      target={7}
      helps={[{ id: 'r1', domain: 'sozial', title: 'Oma Renate' }]}
    />,
  );
  await expect.element(page.getByText('Handlungsziel 1.1')).toBeVisible();
  await expect.element(page.getByText('Oma Renate')).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Leon 2 nach 4, Frau Wegner 6, Ziel 7' })).toBeVisible();
});

it('[UI29] a folded card keeps the values in letters, with names for who hears them', async () => {
  await show(<ActionCard number="1.1" sentence="Ich gehe hin" density="lean" scales={SCALES} />);
  await expect.element(page.getByRole('img', { name: 'Leon 2 nach 4' })).toBeVisible();
  await expect.element(page.getByRole('img', { name: 'Frau Wegner 6' })).toBeVisible();
});

it('a step is ticked by its box, by pointer and by the space bar; who may not sees its state', async () => {
  const pressed: string[] = [];
  await show(
    <StepSheet>
      <StepRow
        number="1.1.1"
        sentence="Wecker stellen"
        plain="Wecker stellen"
        state="open"
        onToggle={() => pressed.push('toggle')}
      />
      <StepRow number="1.1.2" sentence="Mit Frau Polat reden" state="partly" />
    </StepSheet>,
  );
  const box = page.getByRole('checkbox', { name: 'Wecker stellen' });
  await expect.element(box).not.toBeChecked();
  await userEvent.keyboard('{Tab}');
  await expect.element(box).toHaveFocus();
  await userEvent.keyboard(' ');
  expect(pressed).toEqual(['toggle']);
  await expect.element(page.getByRole('img', { name: 'teilweise geschafft' })).toBeVisible();
  await expect.element(page.getByRole('listitem').nth(1)).toHaveTextContent('1.1.2 Mit Frau Polat reden');
});
