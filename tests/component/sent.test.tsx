import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SentField } from '../../client/plan/fields/SentField.tsx';
import { SessionNotices } from '../../client/session/SessionNotices.tsx';
import { show } from './table.tsx';

/** A server that takes words only while `isThere`, and a field that sends to it. */
function Sent({ server }: { server: { isThere: boolean; got: (string | null)[] } }) {
  const [value, setValue] = useState<string | null>(null);
  const send = async (words: string | null): Promise<boolean> => {
    server.got.push(words);
    if (server.isThere) {
      setValue(words);
    }
    return server.isThere;
  };
  return (
    <>
      <SentField name="note" label="Notiz" value={value} onSend={send} />
      <button type="button">danach</button>
    </>
  );
}

it('[UI49] words that travel by a request count until they are taken, and are sent again when the line is back', async () => {
  const server = { isThere: false, got: [] as (string | null)[] };
  const { save, drafts } = await show(<Sent server={server} />);
  await page.getByRole('textbox', { name: 'Notiz' }).click();
  await userEvent.keyboard('kommt später');
  await userEvent.tab();
  await expect.poll(() => server.got.at(-1)).toBe('kommt später');
  expect([...drafts.words.get().values()]).toEqual(['kommt später']);
  save.set({ kind: 'offline', pending: 0 });
  server.isThere = true;
  const before = server.got.length;
  save.set({ kind: 'saved' });
  await expect.poll(() => server.got.length).toBeGreaterThan(before);
  expect(server.got.at(-1)).toBe('kommt später');
  await expect.poll(() => drafts.words.get().size).toBe(0);
  await expect.element(page.getByRole('textbox', { name: 'Notiz' })).toHaveValue('kommt später');
});

it('[UI19] that a plan is nearly full is said after a pause in typing, and shown at once', async () => {
  const { wire } = await show(
    <>
      <SessionNotices />
      <input aria-label="Satz" />
    </>,
  );
  await page.getByRole('textbox', { name: 'Satz' }).click();
  await userEvent.keyboard('Ich');
  const now = wire.get();
  wire.set(now && { ...now, quota: { goals: 'near' } });
  await expect.element(page.getByText(/Ziele/).first()).toBeVisible();
  const said = page.getByTestId('quota');
  expect(said.element().textContent).toBe('');
  await expect.poll(() => said.element().textContent, { timeout: 10_000 }).toMatch(/Ziele/);
});
