import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { TableView } from '#shared/api/view.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { useDesk } from '../../client/meeting/desk/useDesk.ts';
import { WallTexts } from '../../client/meeting/wall/WallTexts.tsx';
import { show } from './table.tsx';
import { LEON } from './view.ts';

/** Leon has a seat at the table. */
const participants: TableView['participants'] = [
  {
    participationId: 'p-le',
    person: LEON,
    role: 'junger_mensch',
    attendance: 'vor_ort',
    noted: null,
    note: '',
    proposed: null,
    online: true,
    present: 'room',
  },
];

function showLeonsView(voices: readonly string[]) {
  return show(<WallTexts texts={['sicht_kind']} height={600} />, {
    view: { participants },
    seed: (doc) => {
      for (const voice of voices) {
        addText(doc, 'sicht_kind', { id: voice, voice, words: `Worte von ${voice}.` }, ORIGIN.seed);
      }
    },
  });
}

/** Names and words in the order in which they are read. */
const read = ({ element }: { element: HTMLElement }) =>
  [...element.querySelectorAll('h2, h3, p')].map((line) => line.textContent);

it("[UI119] what is not the young person's stands under the name of who wrote it, and theirs under theirs", async () => {
  const table = await showLeonsView(['we', 'le']);
  await expect.element(page.getByText('Worte von we.')).toBeVisible();
  expect(read(table)).toEqual(['Frau Wegner', 'Worte von we.', 'Leon', '„Worte von le.“']);
});

it('[UI119] one text of somebody else never stands under the name of the young person', async () => {
  const table = await showLeonsView(['we']);
  await expect.element(page.getByText('Worte von we.')).toBeVisible();
  expect(read(table)).toEqual(['Frau Wegner', 'Worte von we.']);
});

function Desk() {
  const { chosen } = useDesk();
  return (
    <button type="button" onClick={() => chosen.onSelect('g1')}>
      Wählen
    </button>
  );
}

it.each([
  ['open', 'g1'],
  ['frozen', null],
] as const)('[BO27] while the plan is %s, others follow to %s', async (state, selected) => {
  const { presence } = await show(<Desk />, { view: { state } });
  await page.getByRole('button', { name: 'Wählen' }).click();
  await expect.poll(() => presence.selected).toBe(selected);
});
