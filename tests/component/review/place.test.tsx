import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { TableView } from '#shared/api/view.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { useDesk } from '../../../client/meeting/desk/useDesk.ts';
import { useFocus } from '../../../client/meeting/useFocus.ts';
import { show } from '../table.tsx';

function Place() {
  const { chosen } = useDesk();
  return (
    <button type="button" onClick={() => chosen.onSelect('g2')}>
      {chosen.selected ?? 'nichts'}
    </button>
  );
}

it('[UI180] a page that is loaded anew comes back to the record that was selected, and tells it', async () => {
  await show(<Place />);
  await page.getByRole('button', { name: 'nichts' }).click();
  await expect.element(page.getByRole('button', { name: 'g2' })).toBeVisible();
  const again = await show(<Place />);
  await expect.element(page.getByRole('button', { name: 'g2' }).nth(1)).toBeVisible();
  await expect.poll(() => again.presence.selected).toBe('g2');
});

function Focus() {
  return <p data-testid="focus">{useFocus() ?? 'nichts'}</p>;
}

it('[UI180] while who leads is not connected, the room stays where it is', async () => {
  const seat = { participationId: 'p-lead', role: 'moderation' } as TableView['participants'][number];
  const { others } = await show(<Focus />, { view: { participants: [seat] } });
  const leading = (selected: string | null): ReadonlyMap<number, PresenceState> =>
    new Map([[7, { user: { participationId: 'p-lead' }, selected } as unknown as PresenceState]]);
  const focus = page.getByTestId('focus');
  others.set(leading('g2'));
  await expect.element(focus).toHaveTextContent('g2');
  others.set(new Map());
  await expect.element(focus).toHaveTextContent('g2');
  others.set(leading(null));
  await expect.element(focus).toHaveTextContent('nichts');
});
