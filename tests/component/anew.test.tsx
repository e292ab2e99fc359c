import { useLayoutEffect } from 'react';
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { useStore } from '../../client/app/context.ts';
import { ErrorBoundary } from '../../client/app/ErrorBoundary.tsx';
import { createStore, type WritableStore } from '../../client/app/store.ts';
import { AddLine } from '../../client/plan/fields/AddLine.tsx';
import { useDraft } from '../../client/plan/fields/useDraft.ts';
import { show } from './table.tsx';

/** Fails as React does where something else has taken its elements away: while it changes the page. */
function Failing({ fails }: { fails: WritableStore<boolean> }) {
  const now = useStore(fails);
  useLayoutEffect(() => {
    if (now) {
      fails.set(false);
      throw new DOMException('The node to be removed is not a child of this node.', 'NotFoundError');
    }
  }, [fails, now]);
  return null;
}

function Line() {
  const [words, setWords] = useDraft('goal-add');
  return (
    <AddLine label="Neues Ziel" value={words} onChange={setWords} onSubmit={() => undefined} testId="line" />
  );
}

it('[UI101] what fails is drawn anew with the words that were typed; what fails again is told', async () => {
  const fails = createStore(false);
  await show(
    <ErrorBoundary renews>
      <Line />
      <Failing fails={fails} />
    </ErrorBoundary>,
  );
  const field = page.getByTestId('line');
  await field.fill('Ich lerne ko');
  const before = field.element();
  fails.set(true);
  await expect.poll(() => field.element() === before).toBe(false);
  await expect.element(field).toHaveValue('Ich lerne ko');
  fails.set(true);
  await expect.element(page.getByRole('button', { name: 'Neu laden' })).toBeVisible();
});
