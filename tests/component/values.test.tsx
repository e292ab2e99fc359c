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
  return <NumberField label="Stunden" value={value} onChange={keep(into, setValue)} />;
}

function Day({ into }: { into: Shared<string> }) {
  const [value, setValue] = useState<string | null>('2026-09-01');
  into.others = setValue;
  return <DateField label="Bis wann" value={value} onChange={keep(into, setValue)} />;
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

it('[UI49] a day is written when it is whole and plausible; half of one takes nobody’s day away', async () => {
  const into = shared<string>();
  await show(<Day into={into} />);
  const field = page.getByLabelText('Bis wann');
  await expect.element(field).toBeVisible();
  const input = field.element() as HTMLInputElement;
  await field.fill('0027-06-01');
  expect(into.written).toEqual([]);
  input.blur();
  await expect.element(page.getByText(/noch kein ganzes Datum/)).toBeVisible();
  await field.fill('2027-06-01');
  expect(into.written).toEqual(['2027-06-01']);
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  // One segment is erased: the browser has no whole day any more, the plan has.
  input.focus();
  await userEvent.keyboard('{Backspace}');
  expect(into.written).toEqual(['2027-06-01']);
});
