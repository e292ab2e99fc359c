import type { ReactNode } from 'react';
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
  const { me, meeting } = tableView();
  const view = { kind: 'lobby', step: 'waiting', me, meeting, waitingSince: null } as const;
  await show(
    <WithApi>
      <Lobby view={view} isOffline={false} />
    </WithApi>,
  );
  await expect.element(page.getByText('Frau Lorenz holt dich gleich rein.')).toBeInViewport({ ratio: 1 });
});

function WithApi({ children }: { children: ReactNode }) {
  return <ApiContext value={createApi({ t: useT(), language: 'de' })}>{children}</ApiContext>;
}
