import { useState } from 'react';
import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { DateField, NumberField, ValueField } from '../../client/plan/fields/ValueField.tsx';
import { show } from './table.tsx';

/** What a field has written, and a way for somebody else to write it. */
interface Shared<T> {
  written: (T | null)[];
  others(value: T | null): void;
}

function shared<T>(): Shared<T> {
  return { written: [], others: () => undefined };
}

function Words({ into }: { into: Shared<string> }) {
  const [value, setValue] = useState<string | null>('2 x');
  into.others = setValue;
  return <ValueField label="Wie oft" value={value} onChange={keep(into, setValue)} />;
}

function Hours({ into }: { into: Shared<number> }) {
  const [value, setValue] = useState<number | null>(4);
  into.others = setValue;
  return <NumberField name="hours" label="Stunden" value={value} onChange={keep(into, setValue)} />;
}

function Day({ into, start = '2026-09-01' }: { into: Shared<string>; start?: string | null }) {
  const [value, setValue] = useState<string | null>(start);
  into.others = setValue;
  return (
    <>
      <DateField name="until" label="Bis wann" value={value} onChange={keep(into, setValue)} testId="day" />
      <button type="button">danach</button>
    </>
  );
}

function keep<T>(into: Shared<T>, set: (value: T | null) => void): (value: T | null) => void {
  return (value) => {
    into.written.push(value);
    set(value);
  };
}

it('[UI49] words are shared as they are typed, and nobody else takes their place meanwhile', async () => {
  const into = shared<string>();
  await show(<Words into={into} />);
  const field = page.getByRole('textbox', { name: 'Wie oft' });
  await field.click();
  await userEvent.keyboard('{End} die');
  expect(into.written.at(-1)).toBe('2 x die');
  into.others('nie');
  await userEvent.keyboard(' Woche');
  await expect.element(field).toHaveValue('2 x die Woche');
  expect(into.written.at(-1)).toBe('2 x die Woche');
  await userEvent.tab();
  into.others('nie');
  await expect.element(field).toHaveValue('nie');
});

it('[UI49] hours take comma and point, no sign and no wheel; what is no number changes nothing', async () => {
  const into = shared<number>();
  await show(<Hours into={into} />);
  const field = page.getByRole('textbox', { name: 'Stunden' });
  await field.fill('2,5');
  expect(into.written.at(-1)).toBe(2.5);
  await field.fill('2.5');
  expect(into.written.at(-1)).toBe(2.5);
  const element = field.element();
  element.dispatchEvent(new WheelEvent('wheel', { deltaY: 120, bubbles: true, cancelable: true }));
  await expect.element(field).toHaveValue('2.5');
  await field.fill('-3');
  expect(into.written.at(-1)).toBe(2.5);
  await userEvent.tab();
  await expect.element(page.getByText(/eine Zahl von 0 bis 9999/)).toBeVisible();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('');
  expect(into.written.at(-1)).toBeNull();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

/** The parts of the day in their order. */
const parts = () => page.getByRole('spinbutton');
const dayShown = () =>
  page
    .getByTestId('day')
    .element()
    .textContent?.replace(/[\u2066-\u2069]/g, '');

async function typeDay(keys: string): Promise<void> {
  await parts().first().click();
  await userEvent.keyboard(keys);
  await userEvent.tab();
  // From whichever part was reached, on to what stands behind the field.
  await page.getByRole('button', { name: 'danach' }).click();
}

it('[UI49] a day is written in the order of the language once it is whole, and every part has a name', async () => {
  const into = shared<string>();
  await show(<Day into={into} />);
  await expect.element(parts().first()).toHaveAccessibleName(/Tag.*Bis wann/);
  expect(dayShown()).toBe('01.09.2026');
  await typeDay('15062027');
  expect(into.written.at(-1)).toBe('2027-06-15');
  expect(into.written.filter((day) => day?.startsWith('0'))).toEqual([]);
});

it.each([
  ['a year of two digits', '010627', /Diesen Tag gibt es nicht/],
  ['a day that its month has not', '31022027', /Diesen Tag gibt es nicht/],
  ['a year that no plan can name', '01019999', /Diesen Tag gibt es nicht/],
])('[UI49] %s changes nothing, and a sentence says so', async (_, keys, sentence) => {
  const into = shared<string>();
  await show(<Day into={into} start={null} />);
  await typeDay(keys);
  await expect.element(page.getByText(sentence)).toBeVisible();
  expect(into.written).toEqual([]);
});

it('[UI49] erasing one part takes nobody’s day away, and what others write waits; erasing all of it does', async () => {
  const into = shared<string>();
  await show(<Day into={into} />);
  await parts().nth(1).click();
  await userEvent.keyboard('{Backspace}{Backspace}');
  into.others('2030-01-01');
  await expect.poll(dayShown).toMatch(/^01\.mm\.2026$/i);
  expect(into.written).toEqual([]);
  await page.getByRole('button', { name: 'danach' }).click();
  await expect.element(page.getByText(/noch kein ganzes Datum/)).toBeVisible();
  await parts().nth(1).click();
  await userEvent.keyboard('07');
  expect(into.written).toEqual(['2026-07-01']);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  for (const at of [0, 1, 2]) {
    await parts().nth(at).click();
    await userEvent.keyboard('{Backspace}{Backspace}{Backspace}{Backspace}');
  }
  expect(into.written.at(-1)).toBeNull();
});
