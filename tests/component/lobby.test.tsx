import { expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { createApi } from '../../client/app/api.ts';
import { ApiContext, useT } from '../../client/app/context.ts';
import { Lobby } from '../../client/lobby/Lobby.tsx';
import '../../client/lobby/access.css';
import { show } from './table.tsx';
import { tableView } from './view.ts';

it('[UI134] on a phone that lies on its side the words of the lobby are in view', async () => {
  await page.viewport(844, 390);
  onTestFinished(() => page.viewport(1024, 900));
  await show(<Waiting />);
  await expect.element(page.getByText('Frau Lorenz holt dich gleich rein.')).toBeInViewport({ ratio: 1 });
});

it('[UI164] the lobby says what the others will see of what one writes', async () => {
  await show(<Waiting />);
  await expect.element(page.getByText(/jeden Buchstaben sofort/)).toBeVisible();
  await expect.element(page.getByText(/Sonst nichts/)).not.toBeInTheDocument();
});

function Waiting() {
  const { me, meeting: facts } = tableView();
  const { childName, facilitator, date, start, end } = facts;
  const meeting = { childName, facilitator, when: { date, start, end } };
  const view = { kind: 'lobby', step: 'waiting', me, meeting, waitingSince: null, isSealed: false } as const;
  return (
    <ApiContext value={createApi({ t: useT(), language: 'de' })}>
      <Lobby view={view} isOffline={false} />
    </ApiContext>
  );
}
