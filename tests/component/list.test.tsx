import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { addGoal, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { AddGoal } from '../../client/plan/list/AddGoal.tsx';
import { GoalTree } from '../../client/plan/list/GoalTree.tsx';
import { RemovedList } from '../../client/plan/list/RemovedList.tsx';
import { smallTree } from './seeds.ts';
import { show } from './table.tsx';
import { LEON, WEGNER } from './view.ts';

function List() {
  const [selected, setSelected] = useState<string | null>(null);
  return <GoalTree selected={selected} onSelect={setSelected} onDetails={() => undefined} />;
}

const row = (name: RegExp) => page.getByRole('treeitem', { name });

it('[UI30] reads as a tree: level, place, words, state, who and when', async () => {
  await show(<List />, { seed: smallTree });
  await expect.element(page.getByRole('tree', { name: 'Ziele' })).toBeVisible();
  const action = row(/^Handlungsziel 1\.1, Ich gehe jeden Tag hin , in Arbeit, Leon 4, Ziel 7$/);
  await expect.element(action).toHaveAttribute('aria-level', '2');
  await expect.element(action).toHaveAttribute('aria-expanded', 'true');
  const step = row(/Wecker stellen , offen, Leon, mit Frau Wegner · bis 12\. März$/);
  await expect.element(step).toHaveAttribute('aria-level', '3');
  await expect.element(step).toHaveAttribute('aria-posinset', '1');
  await expect.element(step).toHaveAttribute('aria-setsize', '2');
});

it('[UI24] [UI25] [UI26] is walked, folded, ticked and undone by keys alone', async () => {
  const { plan } = await show(<List />, { seed: smallTree });
  await expect.element(row(/Wecker/)).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(row(/^Richtungsziel 1/)).toHaveFocus();
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.element(row(/Wecker/)).toHaveFocus();
  await userEvent.keyboard('x');
  await expect.element(row(/Wecker stellen , geschafft/)).toBeVisible();
  expect(plan().goals[0]?.children[0]?.children[0]?.status).toBe('erledigt');
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(row(/Wecker stellen , offen/)).toBeVisible();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  await expect.element(row(/Wecker/)).not.toBeInTheDocument();
  await expect.element(row(/^Handlungsziel 1\.1/)).toHaveAttribute('aria-expanded', 'false');
});

it('[UI25] [UI38] a new line is written, and what is left empty goes away again', async () => {
  const { plan } = await show(<List />, { seed: smallTree });
  await row(/^Richtungsziel 1/).click();
  await userEvent.keyboard('n');
  const field = page.getByRole('textbox');
  await expect.element(field).toHaveFocus();
  await userEvent.keyboard('Mehr Zeit für Fußball{Enter}');
  await expect.element(row(/Mehr Zeit für Fußball/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  const before = plan().goals.length;
  await userEvent.keyboard('n');
  await expect.element(page.getByRole('textbox')).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  expect(plan().goals.length).toBe(before);
});

it('[UI38] what is taken from the table is kept in a list, and comes back from it', async () => {
  const { plan } = await show(
    <>
      <List />
      <RemovedList of="goals" />
    </>,
    { seed: smallTree },
  );
  await row(/Wecker/).click();
  await userEvent.keyboard('{Delete}');
  await expect.element(row(/Wecker/)).not.toBeInTheDocument();
  await page.getByText('Eines ist vom Tisch').click();
  await page.getByRole('button', { name: 'Zurückholen' }).last().click();
  await expect.element(row(/Wecker/)).toBeVisible();
  await expect.element(page.getByTestId('removed-list')).not.toBeInTheDocument();
  expect(plan().goals[0]?.children[0]?.children).toHaveLength(2);
});

it('[UI37] who writes in a goal is named in its row', async () => {
  const { others, plan } = await show(<List />, { seed: smallTree });
  const id = plan().goals[0]?.children[0]?.id ?? '';
  const user = { participationId: 'p-we', personId: 'we', name: 'Frau Wegner', initials: 'We', hue: 1 };
  others.set(new Map([[7, { user, editing: { id, field: 'textOwn' } }]]));
  await expect.element(page.getByTestId('goal-row-1.1').getByText('Frau Wegner schreibt')).toBeVisible();
  others.set(new Map());
  await expect.element(page.getByText('Frau Wegner schreibt')).not.toBeInTheDocument();
});

it('[UI24] who only reads walks the list and changes nothing', async () => {
  const { plan } = await show(<List />, { seed: smallTree, reader: true });
  await row(/Wecker/).click();
  await userEvent.keyboard('x{Delete}n');
  await expect.element(row(/Wecker stellen , offen/)).toHaveFocus();
  expect(plan().goals[0]?.children[0]?.children).toHaveLength(2);
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
});

it('an empty list asks its question in the person’s form of address', async () => {
  await show(<List />, { address: 'sie' });
  await expect.element(page.getByText(/Was ist Ihnen am wichtigsten/)).toBeVisible();
  await page.getByRole('button', { name: 'Erstes Ziel schreiben' }).click();
  await expect.element(page.getByRole('textbox')).toHaveFocus();
});

/** A list that is longer than its place, with the line to add below it. */
function LongList() {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <>
      <div style={{ height: 120, overflow: 'auto' }} data-testid="place">
        <GoalTree selected={selected} onSelect={setSelected} onDetails={() => undefined} />
      </div>
      <AddGoal selected={selected} onAdded={setSelected} />
    </>
  );
}

it('[UI89] what I add comes into sight, below the edge too', async () => {
  await show(<LongList />, { seed: smallTree });
  await expect.element(page.getByTestId('place')).toBeVisible();
  const place = page.getByTestId('place').element();
  for (const name of ['Mehr Zeit für Fußball', 'Sonntags zu Papa']) {
    await page.getByTestId('goal-add').fill(name);
    await userEvent.keyboard('{Enter}');
    await expect.element(row(new RegExp(name))).toBeVisible();
    const gap = () =>
      row(new RegExp(name)).element().getBoundingClientRect().bottom - place.getBoundingClientRect().bottom;
    await expect.poll(gap).toBeLessThanOrEqual(1);
  }
});

it('[UI122] what can be done with a row stands within it, also where nothing can be folded', async () => {
  const { element } = await show(<List />, {
    seed: (doc) => {
      addGoal(doc, null, { id: 'top', textOwn: 'Gut leben' }, ORIGIN.seed);
      addGoal(doc, 'top', { textOwn: 'Kochen' }, ORIGIN.seed);
    },
  });
  await row(/Kochen/).click();
  await expect.element(page.getByTestId('goal-details-open')).toBeVisible();
  const end = (of: HTMLElement | SVGElement): number => of.getBoundingClientRect().right;
  for (let width = 240; width <= 420; width += 6) {
    element.style.width = `${width}px`;
    const last = Math.max(
      ...['goal-edit', 'goal-link', 'goal-details-open'].map((id) => end(page.getByTestId(id).element())),
    );
    expect(last, `${width}px`).toBeLessThanOrEqual(end(row(/Kochen/).element()));
  }
});

it('[UI142] a goal that a child adds is in their voice, unless it is for somebody', async () => {
  const { plan } = await show(<AddGoal selected={null} onAdded={() => undefined} />);
  const add = async (text: string): Promise<void> => {
    await page.getByTestId('goal-add').fill(text);
    await userEvent.keyboard('{Enter}');
  };
  await add('Mehr Fußball');
  await expect.poll(() => plan().goals.map(({ voice }) => voice)).toEqual([LEON.id]);
  await page.getByTestId('goal-add-choice').selectOptions(WEGNER.id);
  await add('Ruhe am Abend');
  await expect.poll(() => plan().goals.map(({ voice }) => voice)).toEqual([LEON.id, WEGNER.id]);
});

it('[UI30] says in the row of a goal who cares for it and until when', async () => {
  const { doc, plan } = await show(<List />, { seed: smallTree });
  const id = plan().goals[0]?.children[0]?.id ?? '';
  setGoalField(doc, id, 'responsible', 'we', ORIGIN.list);
  setGoalField(doc, id, 'dueDate', '2026-03-12', ORIGIN.list);
  await expect
    .poll(() => row(/^Handlungsziel 1\.1/).element().textContent)
    .toContain('in Arbeit · Frau Wegner · bis 12. März · Le 4, Ziel 7');
});

it('[UI29] [PR70] a goal that the review replaced says so in its row, to the eye and to the ear', async () => {
  const { doc, plan } = await show(<List />, { seed: smallTree });
  const id = plan().goals[0]?.children[0]?.id ?? '';
  setGoalField(doc, id, 'result', 'teilweise_erreicht', ORIGIN.list);
  setGoalField(doc, id, 'consequence', 'ersetzen', ORIGIN.list);
  const replaced = row(/^Handlungsziel 1\.1, Ich gehe jeden Tag hin , ersetzt, Leon 4, Ziel 7$/);
  await expect.element(replaced).toBeVisible();
  await expect.poll(() => replaced.element().textContent).toContain('ersetzt · Le 4, Ziel 7');
});
