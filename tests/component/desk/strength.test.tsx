import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Panels } from '../../../client/plan/board/canvas/tools/Panels.tsx';
import type { AllActions } from '../../../client/plan/board/canvas/useBoardActions.ts';
import { useWords } from '../../../client/plan/words/words.ts';
import { show } from '../table.tsx';

function NewStrength() {
  const actions = { panel: { kind: 'strength' }, show: () => undefined } as unknown as AllActions;
  return <Panels actions={actions} words={useWords()} board="resources" selected={null} />;
}

it('[UI73] [UI172] a new strength is kept to the letter; Enter goes on to where it belongs', async () => {
  const table = await show(<NewStrength />);
  const title = 'Oma Renate kocht mittwochs '.repeat(10).trim();
  await page.getByTestId('strength-title').fill(title);
  await userEvent.keyboard('{Enter}');
  const places = page.getByRole('group', { name: 'Wohin gehört es?' });
  await expect.element(places.getByRole('button').first()).toHaveFocus();
  await places.getByRole('button', { name: 'Menschen, die da sind' }).click();
  expect(table.plan().resources).toMatchObject([{ title, domain: 'sozial' }]);
});
