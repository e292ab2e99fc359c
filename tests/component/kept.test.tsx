import { useState } from 'react';
import { expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DateField, NumberField, ValueField } from '../../client/plan/fields/ValueField.tsx';
import { catchLateWords } from '../../client/session/refused/late-words.ts';
import { show, type Table } from './table.tsx';

/** A field of one value, and a way for somebody else to set it. */
function OneValue({ into }: { into: { others(value: string | null): void } }) {
  const [value, setValue] = useState<string | null>('2 x');
  into.others = setValue;
  return <ValueField label="Wie oft" value={value} onChange={setValue} />;
}

function Hours({ into }: { into: { others(value: number | null): void } }) {
  const [value, setValue] = useState<number | null>(4);
  into.others = setValue;
  return <NumberField name="hours" label="Stunden" value={value} onChange={setValue} />;
}

function Day({ into }: { into: { others(value: string | null): void } }) {
  const [value, setValue] = useState<string | null>('2026-09-01');
  into.others = setValue;
  return (
    <>
      <DateField name="until" label="Bis wann" value={value} onChange={setValue} testId="day" />
      <button type="button">danach</button>
    </>
  );
}

const box = ({ refused }: Table) => refused.map(({ code, text }) => `${code}: ${text}`);

it('[UI49] words that somebody else has replaced stand in the box once the field is left', async () => {
  const into = { others: (_: string | null): void => undefined };
  const table = await show(<OneValue into={into} />);
  await page.getByRole('textbox', { name: 'Wie oft' }).click();
  await userEvent.keyboard('{End} die Woche');
  into.others('nie');
  await userEvent.tab();
  await expect.poll(() => box(table)).toEqual(['replaced: 2 x die Woche']);
});

it('[UI49] whoever goes on writing after that has the last word, and nothing is in the box', async () => {
  const into = { others: (_: string | null): void => undefined };
  const table = await show(<OneValue into={into} />);
  await page.getByRole('textbox', { name: 'Wie oft' }).click();
  await userEvent.keyboard('{End} die');
  into.others('nie');
  await userEvent.keyboard(' Woche');
  await userEvent.tab();
  await page.getByRole('textbox', { name: 'Wie oft' }).click();
  await userEvent.tab();
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(box(table)).toEqual([]);
});

it('[UI49] a number and a day that were replaced are told as they were typed', async () => {
  const hours = { others: (_: number | null): void => undefined };
  const table = await show(<Hours into={hours} />);
  await page.getByRole('textbox', { name: 'Stunden' }).fill('2,5');
  hours.others(9);
  await userEvent.tab();
  await expect.poll(() => box(table)).toEqual(['replaced: 2,5']);
  const day = { others: (_: string | null): void => undefined };
  const other = await show(<Day into={day} />);
  await page.getByRole('spinbutton').first().click();
  await userEvent.keyboard('15062027');
  day.others('2030-01-01');
  await page.getByRole('button', { name: 'danach' }).click();
  await expect.poll(() => box(other)).toEqual(['replaced: 15.06.2027']);
});

it('[UI49] what is no number is in no plan: it is kept, counts, and stands there again', async () => {
  const into = { others: (_: number | null): void => undefined };
  let draw = (_: boolean): void => undefined;
  function Foldable() {
    const [isShown, setShown] = useState(true);
    draw = setShown;
    return isShown ? <Hours into={into} /> : null;
  }
  const { drafts } = await show(<Foldable />);
  const field = page.getByRole('textbox', { name: 'Stunden' });
  await field.fill('ca. 3');
  expect([...drafts.words.get()]).toEqual([['hours', 'ca. 3']]);
  draw(false);
  await expect.element(field).not.toBeInTheDocument();
  draw(true);
  await expect.element(field).toHaveValue('ca. 3');
  await expect.element(page.getByText(/eine Zahl von 0 bis 9999/)).toBeVisible();
  await field.fill('3');
  expect(drafts.words.get().size).toBe(0);
});

/** A day that can be put away and taken out again. */
async function foldableDay(start: string | null) {
  const written: (string | null)[] = [];
  let draw = (_: boolean): void => undefined;
  function Foldable() {
    const [isShown, setShown] = useState(true);
    const [value, setValue] = useState(start);
    draw = setShown;
    const write = (next: string | null): void => {
      written.push(next);
      setValue(next);
    };
    return isShown ? (
      <DateField name="until" label="Bis wann" value={value} onChange={write} testId="day" />
    ) : null;
  }
  const { drafts } = await show(<Foldable />);
  const day = page.getByTestId('day');
  const fold = async (): Promise<void> => {
    draw(false);
    await expect.element(day).not.toBeInTheDocument();
    draw(true);
  };
  const reads = () => day.element().textContent?.replace(/[\u2066-\u2069]/g, '');
  return { written, fold, reads, kept: () => [...drafts.words.get()] };
}

const part = (at: number) => page.getByRole('spinbutton').nth(at);

it.each([
  ['half a day', null, '1512', '15.12.jjjj', /noch kein ganzes Datum/],
  [
    'half a day in place of a whole one',
    '2026-09-01',
    '{Backspace}{Backspace}',
    'tt.09.2026',
    /noch kein ganzes/,
  ],
  ['a day that its month has not', '2026-09-01', '31022027', '31.02.2027', /Diesen Tag gibt es nicht/],
  ['a year of two digits', null, '010627', '01.06.27', /Diesen Tag gibt es nicht/],
])('[UI49] %s is in no plan: it is kept, counts, and stands there again', async (_, start, keys, stands, says) => {
  const { written, fold, reads, kept } = await foldableDay(start);
  await part(0).click();
  await userEvent.keyboard(keys);
  await expect.poll(kept).toEqual([['until', stands]]);
  // The first sign of a part already makes another whole day of one that stood there.
  const before = [...written];
  for (const round of ['put away', 'left by hand']) {
    await fold();
    await expect.poll(reads, { message: round }).toBe(stands);
    await expect.element(page.getByText(says)).toBeVisible();
    await part(0).click();
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.tab();
    await expect.poll(reads, { message: round }).toBe(stands);
  }
  expect(kept()).toEqual([['until', stands]]);
  expect(written).toEqual(before);
});

it('[UI49] a day that stands there again half written is written once it is whole, and erased once all of it is', async () => {
  const { written, fold, reads, kept } = await foldableDay('2026-09-01');
  await part(0).click();
  await userEvent.keyboard('{Backspace}{Backspace}');
  await fold();
  await expect.poll(reads).toBe('tt.09.2026');
  await part(0).click();
  await userEvent.keyboard('07');
  await expect.poll(() => written).toEqual(['2026-09-07']);
  await expect.poll(kept).toEqual([]);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  await part(2).click();
  await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
  await fold();
  await expect.poll(reads).toBe('07.09.jjjj');
  for (const at of [0, 1]) {
    await part(at).click();
    await userEvent.keyboard('{Backspace}{Backspace}');
  }
  await userEvent.tab();
  await userEvent.tab();
  await expect.poll(() => written.at(-1)).toBeNull();
  await expect.poll(kept).toEqual([]);
});

/** A field that can be closed under one's hands, and a button that a stray key would press. */
async function closing(): Promise<{ caught: string[]; close(): void; pressed: string[] }> {
  const [caught, pressed]: [string[], string[]] = [[], []];
  onTestFinished(
    catchLateWords(
      () => 'gone',
      (_why, words) => caught.push(words),
    ),
  );
  let close = (): void => undefined;
  function Closing() {
    const [isOpen, setOpen] = useState(true);
    close = () => setOpen(false);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: hears what the page would take for commands.
      <div onKeyDown={({ key }) => pressed.push(key)}>
        {isOpen ? <input aria-label="Satz" /> : null}
        <button type="button">Weiter</button>
      </div>
    );
  }
  await show(<Closing />);
  return { caught, pressed, close: () => close() };
}

it('[UI150] what is typed after a field was closed under one’s hands is caught, and commands nothing', async () => {
  const { caught, close, pressed } = await closing();
  await page.getByRole('textbox', { name: 'Satz' }).click();
  await userEvent.keyboard('Ich will');
  close();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  pressed.length = 0;
  page.getByRole('button').element().dispatchEvent(new FocusEvent('focus'));
  await userEvent.keyboard(' Kochem{Backspace}n');
  await expect.poll(() => caught, { timeout: 4_000 }).toEqual([' Kochen']);
  expect(pressed).toEqual([]);
});

it('[UI150] whoever has left the field themselves types no words any more', async () => {
  const { caught, close } = await closing();
  await page.getByRole('textbox', { name: 'Satz' }).click();
  await userEvent.keyboard('Ich will{Enter}');
  close();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
  await userEvent.keyboard('nd');
  await page.getByRole('button').click();
  expect(caught).toEqual([]);
});
