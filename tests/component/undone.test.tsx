import { useRef } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { addGoal, type GoalBefore, setGoalField, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { DeskHeader } from '../../client/meeting/desk/DeskHeader.tsx';
import { UndoneNotice } from '../../client/meeting/desk/UndoneNotice.tsx';
import type { Desk } from '../../client/meeting/desk/useDesk.ts';
import { useTableKeys } from '../../client/meeting/desk/useTableKeys.ts';
import { Review } from '../../client/meeting/review/Review.tsx';
import { AddResource } from '../../client/plan/list/AddResource.tsx';
import { show } from './table.tsx';

/** A desk in the step "Stärken" that notes where one wants to go. */
function deskThatGoes(change: Partial<Desk> = {}) {
  const went: unknown[] = [];
  const desk: Desk = {
    step: stepOf('ressourcen'),
    peek: null,
    onPeek: (phase) => went.push(phase),
    mode: 'both',
    onMode: (mode) => went.push(mode),
    chosen: {
      selected: null,
      onSelect: (id) => went.push(id),
      details: null,
      onDetails: () => undefined,
    },
    onGap: () => undefined,
    ...change,
  };
  return { desk, went };
}

async function showDesk(around: React.ReactNode = null, change: Partial<Desk> = {}) {
  const { desk, went } = deskThatGoes(change);
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

it('[UI120] what undo takes from the table is called by the words that it had', async () => {
  const { doc } = await showDesk();
  addResource(doc, { domain: 'sozial', title: 'Oma Renate' }, ORIGIN.list);
  await page.getByTestId('undo').click();
  await expect.poll(heard).toBe('Zurückgenommen: Stärken, „Oma Renate“.');
  addGoal(doc, null, { textOwn: 'Fußball' }, ORIGIN.list);
  await page.getByTestId('undo').click();
  await expect.poll(heard).toBe('Zurückgenommen: Richtungsziel 1, „Fußball“.');
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

it('[UI120] what others write there later changes nothing of what was heard', async () => {
  const { doc } = await showDesk();
  addGoal(doc, null, { id: 'g1', textOwn: 'Kochen' }, ORIGIN.seed);
  setGoalField(doc, 'g1', 'target', 7, ORIGIN.list);
  await page.getByTestId('undo').click();
  await expect.poll(heard).toBe('Zurückgenommen: Richtungsziel 1, „Kochen“.');
  const theirs = new Y.Doc();
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
  setGoalText(theirs, 'g1', 'textOwn', 'Kochen mit Oma', ORIGIN.list);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs), 'remote');
  // The page has read the plan again by then.
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(heard()).toBe('Zurückgenommen: Richtungsziel 1, „Kochen“.');
});

it.each([
  'protocol',
  'board',
] as const)('[UI120] going there from the %s opens a view that shows it', async (mode) => {
  const { doc, went } = await showDesk(null, { mode });
  addText(doc, 'sicht_kind', { words: 'Ich will öfter zu Oma.' }, ORIGIN.text);
  await page.getByTestId('undo').click();
  await notice().getByRole('button', { name: 'Hingehen' }).click();
  expect(went).toEqual(['both', 'sicht_kind', null]);
});

it('[UI120] where one looks back, a goal of the last meeting is found there', async () => {
  const { doc, went } = await showDesk(<Review selected="g1" onSelect={() => undefined} />, {
    step: stepOf('rueckblick'),
  });
  addGoal(doc, null, { id: 'top', textOwn: 'Oben' }, ORIGIN.seed);
  addGoal(doc, 'top', { id: 'g1', textOwn: 'Wir essen zusammen.', before: before('1.1') }, ORIGIN.seed);
  addGoal(doc, 'top', { id: 'g2', textOwn: 'Ich sehe Papa.', before: before('1.2') }, ORIGIN.seed);
  await expect.element(page.getByTestId('review')).toBeVisible();
  setGoalField(doc, 'g1', 'result', 'erreicht', ORIGIN.list);
  await page.getByTestId('undo').click();
  await expect.poll(heard).toContain('Zurückgenommen');
  // What lies open is in sight. The page has looked by then.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect.element(notice()).not.toBeInTheDocument();
  setGoalField(doc, 'g2', 'result', 'erreicht', ORIGIN.list);
  await page.getByTestId('undo').click();
  await notice().getByRole('button', { name: 'Hingehen' }).click();
  expect(went).toEqual(['rueckblick', 'g2']);
});

/** What the last version said of a goal. */
function before(number: string): GoalBefore {
  return {
    version: '1.0',
    date: '2026-01-10',
    number,
    text: `Ziel ${number}`,
    dueDate: null,
    status: 'vereinbart',
    target: null,
    scales: {},
  };
}

function Keys() {
  useTableKeys(useRef(null), () => undefined);
  return <input type="checkbox" aria-label="Haken" />;
}

it('[UI121] the keys of undo work where something was chosen, and in an empty line that has added something', async () => {
  const { doc, plan } = await showDesk(
    <>
      <Keys />
      <AddResource />
    </>,
  );
  addText(doc, 'sicht_kind', { words: 'Ich will öfter zu Oma.' }, ORIGIN.text);
  await page.getByRole('checkbox', { name: 'Haken' }).click();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(plan().texts).toEqual({});

  await page.getByTestId('resource-add').click();
  await userEvent.keyboard('Leon kocht gern{Enter}');
  expect(plan().resources).toHaveLength(1);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(plan().resources).toEqual([]);
  await expect.element(page.getByTestId('resource-add')).toHaveValue('');
  await userEvent.keyboard('{Control>}y{/Control}');
  expect(plan().resources).toHaveLength(1);
});
