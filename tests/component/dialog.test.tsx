import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Popup } from '../../client/ui/overlays/Popup.tsx';
import { Question } from '../../client/ui/overlays/Question.tsx';
import { show } from './table.tsx';

function Asks({ onYes, error = null }: { onYes: () => void; error?: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Entfernen
      </button>
      <Question
        open={open}
        onClose={() => setOpen(false)}
        title="Wirklich entfernen?"
        no="Nein"
        yes="Ja"
        onYes={onYes}
        busy={false}
        error={error}
        testIds={{ no: 'no', yes: 'yes' }}
      >
        <p>Das lässt sich nicht zurücknehmen.</p>
      </Question>
    </>
  );
}

const opener = page.getByRole('button', { name: 'Entfernen' });
const dialog = page.getByRole('alertdialog', { name: 'Wirklich entfernen?' });

it('[UI70] keeps the focus inside, Escape changes nothing and gives it back', async () => {
  let yes = 0;
  await show(<Asks onYes={() => yes++} />);
  await opener.click();
  await expect.element(dialog).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Nein' })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Ja' })).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(page.getByRole('button', { name: 'Nein' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(opener).toHaveFocus();
  expect(yes).toBe(0);
});

it('[UI70] the answer that changes nothing comes first; why it did not work stays in the question', async () => {
  let yes = 0;
  await show(<Asks onYes={() => yes++} error="Keine Verbindung." />);
  await opener.click();
  const names = dialog
    .getByRole('button')
    .elements()
    .map((button) => button.textContent);
  expect(names).toEqual(['Nein', 'Ja']);
  await dialog.getByRole('button', { name: 'Ja' }).click();
  expect(yes).toBe(1);
  await expect.element(dialog.getByText('Keine Verbindung.')).toBeVisible();
});

it('[UI70] a small sheet has its name, keeps the focus, and Escape or another press on its button closes it', async () => {
  await show(
    <Popup label="Mehr" icon={null} title="Einstellungen" testId="more">
      <button type="button">Größer</button>
    </Popup>,
  );
  const button = page.getByRole('button', { name: 'Mehr' });
  const sheet = page.getByRole('dialog', { name: 'Einstellungen' });
  const within = page.getByRole('button', { name: 'Größer' });
  await button.click();
  await expect.element(sheet).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(within).toHaveFocus();
  await userEvent.keyboard('{Tab}');
  await expect.element(within).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(sheet).not.toBeInTheDocument();
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.element(sheet).toBeVisible();
  const { x, y } = page.getByTestId('more').element().getBoundingClientRect();
  await userEvent.click(document.elementFromPoint(x + 5, y + 5) ?? document.body);
  await expect.element(sheet).not.toBeInTheDocument();
});
