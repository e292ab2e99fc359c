import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { DeskHeader } from '../../client/meeting/desk/DeskHeader.tsx';
import { UndoneNotice } from '../../client/meeting/desk/UndoneNotice.tsx';
import type { Desk } from '../../client/meeting/desk/useDesk.ts';
import { show } from './table.tsx';

/** A desk in the step "Stärken" that notes where one wants to go. */
function deskThatGoes() {
  const went: unknown[] = [];
  const desk: Desk = {
    step: stepOf('ressourcen'),
    peek: null,
    onPeek: (phase) => went.push(phase),
    mode: 'both',
    onMode: () => undefined,
    chosen: {
      selected: null,
      onSelect: (id) => went.push(id),
      details: null,
      onDetails: () => undefined,
    },
    onGap: () => undefined,
  };
  return { desk, went };
}

async function showDesk(around: React.ReactNode = null) {
  const { desk, went } = deskThatGoes();
  const table = await show(
    <>
      <DeskHeader mode="both" onMode={() => undefined} />
      <UndoneNotice desk={desk} />
      {around}
    </>,
  );
  await expect.element(page.getByTestId('undo')).toBeVisible();
  return { ...table, went };
}

const notice = () => page.getByTestId('undone-away');
const heard = () => page.getByTestId('undone').element().textContent;

it('[UI120] undo out of sight says what and where, and goes there', async () => {
  const { doc, plan, went } = await showDesk();
  addText(doc, 'sicht_kind', { words: 'Ich will öfter zu Oma.' }, ORIGIN.text);
  await page.getByTestId('undo').click();
  await expect.element(notice()).toBeVisible();
  expect(notice().element().textContent).toContain('Zurückgenommen: Wie Leon es sieht.');
  expect(heard()).toBe('Zurückgenommen: Wie Leon es sieht.');
  expect(JSON.stringify(plan().texts)).not.toContain('Oma');
  await notice().getByRole('button', { name: 'Hingehen' }).click();
  expect(went).toEqual(['sicht_kind', null]);
  await expect.element(notice()).not.toBeInTheDocument();

  await page.getByTestId('redo').click();
  await expect.element(notice()).toBeVisible();
  expect(notice().element().textContent).toContain('Wieder da: Wie Leon es sieht, „Ich will öfter zu Oma.“');
});

it('[UI120] what is in sight is said and not shown; writing on puts it away', async () => {
  const { doc } = await showDesk(<p data-goal="g1">Fußball</p>);
  addGoal(doc, null, { id: 'g1', textOwn: 'Fußball' }, ORIGIN.list);
  await page.getByTestId('undo').click();
  await expect.poll(heard).toContain('Zurückgenommen');
  // The page has looked by then.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect.element(notice()).not.toBeInTheDocument();
  await page.getByTestId('redo').click();
  await expect.poll(heard).toBe('Wieder da: Richtungsziel 1, „Fußball“.');
  addGoal(doc, null, { id: 'g2', textOwn: 'Kochen' }, ORIGIN.list);
  await expect.poll(heard).toBe('');
});
