import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createApi } from '../../../client/app/api.ts';
import { ApiContext, useT } from '../../../client/app/context.ts';
import { PhoneNow } from '../../../client/meeting/phone/now/PhoneNow.tsx';
import { show } from '../table.tsx';
import { tableView } from '../view.ts';

function Now() {
  return (
    <ApiContext value={createApi({ t: useT(), language: 'de' })}>
      <PhoneNow />
    </ApiContext>
  );
}

const leading = { ...tableView().me, role: 'moderation' } as const;

it('[UI173] who leads writes the arrangements on a phone; the others read them', async () => {
  await show(<Now />, { view: { phase: 'vereinbarungen', me: leading } });
  await expect.element(page.getByTestId('service-add')).toBeVisible();
  await expect.element(page.getByTestId('next-review')).toBeVisible();
});

it('[UI173] the others get no forms there', async () => {
  await show(<Now />, { view: { phase: 'vereinbarungen' } });
  await expect.element(page.getByText('Das vereinbaren wir')).toBeVisible();
  await expect.element(page.getByTestId('service-add')).not.toBeInTheDocument();
});

it('[UI173] who leads writes down what is said while the young person speaks', async () => {
  await show(<Now />, { view: { phase: 'sicht_kind', me: leading } });
  await expect.element(page.getByTestId('editor-sicht_kind')).toBeVisible();
});
