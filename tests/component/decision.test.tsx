import { beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DecisionForm } from '../../client/protocol/decide/DecisionForm.tsx';
import type { Said } from '../../client/protocol/decide/decision.ts';
import { show } from './table.tsx';
import { LEON, VERSION } from './view.ts';

beforeEach(() => sessionStorage.clear());

async function open() {
  const done: Said[] = [];
  const table = await show(
    <>
      <h2 id="protocol-question">Was sagst du?</h2>
      <DecisionForm version={VERSION} person={LEON} onDone={(said) => done.push(said)} />
    </>,
  );
  await expect.element(page.getByRole('radiogroup', { name: 'Was sagst du?' })).toBeVisible();
  return { ...table, done };
}

const submit = () => page.getByRole('button', { name: 'Abgeben' }).click();

it('[SG45] [SG46] four answers of equal standing, none chosen; without one nothing is handed in', async () => {
  const { sent } = await open();
  expect(page.getByRole('radio').elements()).toHaveLength(4);
  for (const radio of page.getByRole('radio').all()) {
    await expect.element(radio).not.toBeChecked();
  }
  await submit();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Bitte zuerst eine der vier Antworten wählen.');
  await expect.element(page.getByRole('radio', { name: 'Ich bin einverstanden', exact: true })).toHaveFocus();
  expect(sent).toEqual([]);
});

it('[SG44] [SG46] a remark is asked for before the name, and the focus goes to what is missing', async () => {
  const { sent, done } = await open();
  await page.getByText('Ich bin einverstanden und möchte etwas dazu sagen').click();
  await submit();
  const remark = page.getByRole('textbox', { name: /Das sagst du dazu/ });
  await expect.element(remark).toHaveFocus();
  await userEvent.keyboard('Nur wenn Oma mitkommt');
  await submit();
  await expect.element(page.getByRole('textbox', { name: /deinen Namen tippen/ })).toHaveFocus();
  await userEvent.keyboard('Leon{Enter}');
  await expect.poll(() => done).toHaveLength(1);
  expect(sent).toEqual([
    {
      path: '/p/p-le/versions/v2/signoff',
      body: {
        sha256: VERSION.sha256,
        decision: 'mit_anmerkung',
        method: 'name_getippt',
        remark: 'Nur wenn Oma mitkommt',
        typedName: 'Leon',
      },
    },
  ]);
});

it('what was typed for another answer does not slip in', async () => {
  const { sent, done } = await open();
  await page.getByText('Ich bin nicht einverstanden').click();
  await page.getByRole('textbox', { name: /Warum nicht/ }).fill('Das ist unfair');
  await page.getByText('Ich bin einverstanden', { exact: true }).click();
  await page.getByRole('textbox', { name: /deinen Namen tippen/ }).fill('Leon');
  await submit();
  await expect.poll(() => done).toEqual([{ decision: 'einverstanden', remark: null, thinkUntil: null }]);
  expect(sent[0]?.body).not.toHaveProperty('remark');
});

it('[UI49] [SG46] a day to think until is written in the order of the language, and asked for where none stands', async () => {
  const { sent, done } = await open();
  await page.getByText('Ich möchte noch nachdenken').click();
  const parts = page.getByRole('spinbutton');
  await expect.element(parts.first()).toBeVisible();
  for (const part of [2, 1, 0]) {
    await parts.nth(part).click();
    await userEvent.keyboard('{Backspace>4/}');
  }
  await page.getByRole('textbox', { name: /deinen Namen tippen/ }).fill('Leon');
  await submit();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Bitte einen Tag ab morgen wählen.');
  await expect.element(parts.first()).toHaveFocus();
  expect(sent).toEqual([]);
  await userEvent.keyboard('01062031');
  await submit();
  await expect.poll(() => done.map(({ thinkUntil }) => thinkUntil)).toEqual(['2031-06-01']);
});

it('[OW20] a double tap on what hands in does not press what the message has pushed under the finger', async () => {
  await open();
  await page.getByText('Ich bin einverstanden', { exact: true }).click();
  const field = page.getByRole('textbox', { name: /deinen Namen tippen/ });
  await expect.element(field).toBeVisible();
  for (const id of ['protocol-submit', 'protocol-method-confirm']) {
    document.querySelector<HTMLElement>(`[data-testid="${id}"]`)?.click();
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
  await expect.element(field).toBeVisible();
});

it('[SG68] who does not agree is told that the typed name is no yes to the plan', async () => {
  await open();
  await page.getByText('Ich bin nicht einverstanden').click();
  await expect.element(page.getByText(/Dem Plan stimmst du damit nicht zu\./)).toBeVisible();
});
