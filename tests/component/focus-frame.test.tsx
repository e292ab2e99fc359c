import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepFocus } from '../../client/app/keep-focus.ts';
import { show } from './table.tsx';

keepFocus();

/** A part of the page whose only button goes away with its press. */
function Goes() {
  const [gone, setGone] = useState(false);
  return (
    <main data-testid="place">
      <h2>Danke</h2>
      {gone ? (
        'Danke.'
      ) : (
        <button type="button" onClick={() => setGone(true)}>
          Weg
        </button>
      )}
    </main>
  );
}

const place = () => page.getByTestId('place').element();
const frame = () => getComputedStyle(place()).outlineStyle;
const hasFocus = () => expect.poll(() => document.activeElement === place()).toBe(true);

it('[UI140] who has pressed by pointer sees no frame around what takes the focus; a key draws it', async () => {
  await show(<Goes />);
  await page.getByRole('button', { name: 'Weg' }).click();
  await hasFocus();
  expect(frame()).toBe('none');
  await userEvent.keyboard('{ArrowDown}');
  expect(frame()).toBe('solid');
});

it('[UI140] who has pressed by key sees the frame at once', async () => {
  await show(<Goes />);
  const button = page.getByRole('button', { name: 'Weg' });
  await expect.element(button).toBeVisible();
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  await hasFocus();
  expect(frame()).toBe('solid');
});

it('[UI146] what takes the focus in place of something that is gone is called by its heading', async () => {
  await show(<Goes />);
  await page.getByRole('button', { name: 'Weg' }).click();
  await hasFocus();
  await expect.element(page.getByRole('main')).toHaveAccessibleName('Danke');
});
