import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { addCard } from '#shared/documents/own/cards.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addText, readSection } from '#shared/documents/plan/texts.ts';
import { TextSectionEditor } from '../../client/meeting/sections/TextSectionEditor.tsx';
import { show, type TableOptions } from './table.tsx';

const WORDS = 'Mama sagt etwas.';
const HERS = { id: 'hers', voice: 'we', paragraphs: [WORDS] };

function showSection(options: TableOptions) {
  return show(
    <TextSectionEditor section="sicht_kind" label="Leons Sicht" placeholder="Schreib hier" />,
    options,
  );
}

function hers(doc: Y.Doc): void {
  addText(doc, 'sicht_kind', { id: HERS.id, voice: HERS.voice, words: WORDS }, ORIGIN.seed);
}

it('[UI36] [PL16] what I write stands in a text of my own, under my name beside those of others', async () => {
  const { doc } = await showSection({ seed: hers });
  await expect.element(page.getByRole('heading', { name: 'Frau Wegner' })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Leon' })).toBeVisible();
  await page.getByTestId('editor-sicht_kind').click();
  await userEvent.keyboard('Ich auch.{Enter}Oft.');
  expect(readSection(doc, 'sicht_kind')).toEqual([
    HERS,
    { id: expect.any(String), voice: 'le', paragraphs: ['Ich auch.', 'Oft.'] },
  ]);
});

it('[UI36] whoever may write the section writes in the texts of others too, and it stays theirs', async () => {
  const { doc } = await showSection({ seed: hers });
  await page.getByRole('textbox', { name: 'Leons Sicht, Frau Wegner' }).click();
  await userEvent.keyboard('{Control>}{End}{/Control} Und mehr.');
  expect(readSection(doc, 'sicht_kind')).toEqual([{ ...HERS, paragraphs: ['Mama sagt etwas. Und mehr.'] }]);
});

it('[UI36] [PR8] who only reads has no editor, and reads whose one text stands there', async () => {
  await showSection({ seed: hers, reader: true });
  await expect.element(page.getByText('Mama sagt etwas.')).toBeVisible();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await expect.element(page.getByRole('heading', { name: 'Frau Wegner' })).toBeVisible();
});

it('[OW17] a private sentence that I have shown stays apart from what I write beside it', async () => {
  const own = new Y.Doc();
  addCard(own, { id: 'card', kind: 'satz', text: 'Mir ist es zu laut.' }, ORIGIN.seed);
  const { doc } = await showSection({
    own,
    seed: (plan) =>
      addText(plan, 'sicht_kind', { id: 'card', voice: 'le', words: 'Mir ist es zu laut.' }, ORIGIN.seed),
  });
  await page.getByTestId('editor-sicht_kind').click();
  await userEvent.keyboard('Sonst ist es gut.');
  expect(readSection(doc, 'sicht_kind').map(({ voice, paragraphs }) => [voice, ...paragraphs])).toEqual([
    ['le', 'Mir ist es zu laut.'],
    ['le', 'Sonst ist es gut.'],
  ]);
});

it('[UI75] a pasted table keeps its rows and words apart', async () => {
  const { doc } = await showSection({});
  await page.getByTestId('editor-sicht_kind').click();
  const clipboardData = new DataTransfer();
  clipboardData.setData(
    'text/html',
    '<table><tbody><tr><td>Montag</td> <td>Sport</td></tr><tr><th>Freitag</th><td><b>Papa</b></td></tr></tbody></table>',
  );
  document.activeElement?.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
  );
  expect(readSection(doc, 'sicht_kind').map(({ paragraphs }) => paragraphs)).toEqual([
    ['Montag Sport', 'Freitag Papa'],
  ]);
});
