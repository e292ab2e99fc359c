import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TableView } from '#shared/api/view.ts';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { useDesk } from '../../client/meeting/desk/useDesk.ts';
import { useContrast } from '../../client/meeting/wall/useContrast.ts';
import { WallGoals } from '../../client/meeting/wall/WallGoals.tsx';
import { WallTexts } from '../../client/meeting/wall/WallTexts.tsx';
import { useWords } from '../../client/plan/words/words.ts';
import { show } from './table.tsx';
import { KRUEGER, LEON, WEGNER } from './view.ts';

/** Leon has a seat at the table. */
const LEONS_SEAT: TableView['participants'][number] = {
  participationId: 'p-le',
  person: LEON,
  role: 'junger_mensch',
  attendance: 'vor_ort',
  noted: null,
  note: '',
  proposed: null,
  online: true,
  present: 'room',
};
const participants: TableView['participants'] = [LEONS_SEAT];

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

it('[UI119] words of whom nobody knows are no sentence of the young person, alone or beside theirs', async () => {
  const both = await showLeonsView(['gone', 'le']);
  await expect.element(page.getByText('Worte von gone.')).toBeVisible();
  expect(read(both)).toEqual(['Ohne Namen aufgeschrieben', 'Worte von gone.', 'Leon', '„Worte von le.“']);
});

it('[UI119] so it is with words of before, which name nobody', async () => {
  const table = await show(<WallTexts texts={['sicht_kind']} height={600} />, {
    view: { participants },
    seed: (doc) => addText(doc, 'sicht_kind', { words: 'Von früher.' }, ORIGIN.seed),
  });
  await expect.element(page.getByText('Von früher.')).toBeVisible();
  expect(read(table)).toEqual(['Wie Leon es sieht', 'Von früher.']);
});

it('[PR8] one parent alone is named too, and so is who has written down what it is about', async () => {
  const table = await show(<WallTexts texts={['sicht_eltern', 'anlass']} height={600} />, {
    view: { participants },
    seed: (doc) => {
      for (const section of ['sicht_eltern', 'anlass'] as const) {
        addText(doc, section, { id: section, voice: 'we', words: `Worte in ${section}.` }, ORIGIN.seed);
      }
    },
  });
  await expect.element(page.getByText('Worte in anlass.')).toBeVisible();
  expect(read(table).filter((line) => line === 'Frau Wegner')).toHaveLength(2);
});

const MOTHER = {
  ...LEONS_SEAT,
  participationId: 'p-we',
  person: WEGNER,
  role: 'personensorgeberechtigt',
} as const;
/** Planned to be in the room, and not there. */
const FATHER = { ...MOTHER, participationId: 'p-kr', person: KRUEGER, online: false, present: null } as const;

it('[ME19] nobody is shown as telling who is not there', async () => {
  const table = await show(<WallTexts texts={['sicht_eltern']} height={600} />, {
    view: { participants: [...participants, MOTHER, FATHER] },
  });
  await expect.element(page.getByText('Jetzt erzählen die anderen.')).toBeVisible();
  const faces = [...table.element.querySelectorAll('[aria-hidden=true]')].map((face) => face.textContent);
  expect(faces).toEqual(['We']);
});

function WallWithGoals() {
  return <WallGoals words={useWords()} height={820} focus="g1" fresh={new Map()} />;
}

it.each([
  ['Ich hole ihn gern.', ['Leon', 'Frau Wegner', 'Herr Krüger']],
  [`Ich hole ihn gern. ${'Wirklich. '.repeat(15)}`, ['Leon']],
])('[UI119] beside the goals both parents are heard, or neither: %s', async (fathers, heard) => {
  const table = await show(<WallWithGoals />, {
    view: { participants: [...participants, MOTHER, FATHER] },
    seed: (doc) => {
      addGoal(doc, null, { id: 'd1', textOwn: 'Wir reden miteinander.' }, ORIGIN.seed);
      addGoal(doc, 'd1', { id: 'g1', textOwn: 'Wir essen zusammen.' }, ORIGIN.seed);
      const said = { le: 'Ich will öfter zu Papa.', we: 'Abends ist es ruhig.', kr: fathers };
      for (const [voice, words] of Object.entries(said)) {
        const section = voice === 'le' ? 'sicht_kind' : 'sicht_eltern';
        addText(doc, section, { id: voice, voice, words }, ORIGIN.seed);
      }
    },
  });
  await expect.element(page.getByText('„Ich will öfter zu Papa.“')).toBeVisible();
  const names = [...table.element.querySelectorAll('blockquote')].map(
    (quote) => quote.textContent?.match(/Leon|Frau Wegner|Herr Krüger/)?.[0],
  );
  expect(names).toEqual(heard);
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

it('[BO17] K switches "Beamer-Kontrast" on and off again', async () => {
  const Contrast = () => {
    useContrast();
    return <p>Wand</p>;
  };
  await show(<Contrast />);
  await expect.element(page.getByText('Wand')).toBeVisible();
  const theme = () => document.documentElement.dataset['theme'];
  const before = theme();
  await userEvent.keyboard('k');
  expect(theme()).toBe('contrast');
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(theme()).toBe('contrast');
  await userEvent.keyboard('k');
  expect(theme()).toBe(before);
});
