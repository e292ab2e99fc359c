import { expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { Choice } from '../../client/plan/fields/fields.tsx';
import { ScalePicker } from '../../client/plan/fields/ScalePicker.tsx';
import { SharedTextField } from '../../client/plan/fields/SharedTextField.tsx';
import { NumberField } from '../../client/plan/fields/ValueField.tsx';
import { onEscape } from '../../client/ui/composing.ts';
import { show } from './table.tsx';

const AT = { id: 'g1', field: 'textOwn' };

it('[UI20] [UI21] what two people type into one field stands there as both typed it, and the caret stays', async () => {
  const doc = new Y.Doc();
  const text = doc.getText('field');
  text.insert(0, 'Ich gehe hin');
  const { presence } = await show(<SharedTextField text={text} at={AT} label="Satz" />);
  const field = page.getByRole('textbox', { name: 'Satz' });
  await expect.element(field).toHaveValue('Ich gehe hin');
  await field.click();
  await userEvent.keyboard('{End}, jeden Tag');
  expect(presence.editing).toEqual(AT);
  doc.transact(() => text.insert(0, 'Montags: '), 'others');
  await expect.element(field).toHaveValue('Montags: Ich gehe hin, jeden Tag');
  await userEvent.keyboard('!');
  await expect.element(field).toHaveValue('Montags: Ich gehe hin, jeden Tag!');
  expect(text.toString()).toBe('Montags: Ich gehe hin, jeden Tag!');
});

it('[UI132] many fields at once are measured together, and each is as high as its text', async () => {
  const doc = new Y.Doc();
  const names = Array.from({ length: 30 }, (_, at) => `Satz ${at}`);
  for (const [at, name] of names.entries()) {
    doc.getText(name).insert(0, 'Zeile\n'.repeat(at % 3));
  }
  const steps = new Steps();
  await show(
    <ul>
      {names.map((name) => (
        <SharedTextField key={name} text={doc.getText(name)} at={AT} label={name} />
      ))}
    </ul>,
  );
  const heights = (): number[] =>
    [...document.querySelectorAll('textarea')].map(({ clientHeight }) => clientHeight);
  await expect.poll(() => new Set(heights()).size).toBe(3);
  await new Promise((resolve) => setTimeout(resolve, 200));
  steps.end();
  expect(steps.measured).toBeGreaterThanOrEqual(names.length);
  // Each time something was measured after something was set, the whole page was laid out anew.
  expect(steps.layouts).toBeLessThan(10);
});

/** Counts how often a height is read after one was set. */
class Steps {
  measured = 0;
  layouts = 0;
  readonly #original = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollHeight');
  readonly #setter = new MutationObserver(() => undefined);

  constructor() {
    const { get } = this.#original as { get(this: Element): number };
    this.#setter.observe(document, { subtree: true, attributes: true, attributeFilter: ['style'] });
    const read = (element: Element): number => {
      this.measured++;
      this.layouts += this.#setter.takeRecords().length > 0 ? 1 : 0;
      return get.call(element);
    };
    Object.defineProperty(Element.prototype, 'scrollHeight', {
      configurable: true,
      get(this: Element) {
        return read(this);
      },
    });
  }

  end(): void {
    this.#setter.disconnect();
    Object.defineProperty(Element.prototype, 'scrollHeight', this.#original as PropertyDescriptor);
  }
}

it('who may not write reads plain words, not a field', async () => {
  const text = new Y.Doc().getText('field');
  text.insert(0, 'Nur zum Lesen');
  await show(<SharedTextField readOnly text={text} at={AT} label="Satz" />);
  await expect.element(page.getByText('Nur zum Lesen')).toBeVisible();
  await expect.element(page.getByRole('textbox')).not.toBeInTheDocument();
});

it('a sentence takes no line break: Enter ends it', async () => {
  const text = new Y.Doc().getText('field');
  const done: string[] = [];
  await show(<SharedTextField sentence text={text} at={AT} label="Satz" onDone={(how) => done.push(how)} />);
  await page.getByRole('textbox', { name: 'Satz' }).click();
  await userEvent.keyboard('Ein Satz{Enter}');
  expect(text.toString()).toBe('Ein Satz');
  expect(done).toEqual(['enter']);
});

/** Pastes as a browser does: the words land in the field, then it tells of an input. */
function paste(words: string): void {
  document.execCommand('insertText', false, words);
}

it('[UI75] control signs of a word processor do not stop a paste; a sentence takes two lines as one', async () => {
  const doc = new Y.Doc();
  const [words, sentence] = [doc.getText('words'), doc.getText('sentence')];
  await show(
    <>
      <SharedTextField text={words} at={AT} label="Worte" />
      <SharedTextField sentence text={sentence} at={AT} label="Satz" />
    </>,
  );
  await page.getByRole('textbox', { name: 'Worte' }).click();
  paste('ab\u000bcd\u001b');
  expect(words.toString()).toBe('ab\ncd');
  await expect.element(page.getByRole('textbox', { name: 'Worte' })).toHaveValue('ab\ncd');
  await userEvent.keyboard('!');
  expect(words.toString()).toBe('ab\ncd!');
  await page.getByRole('textbox', { name: 'Satz' }).click();
  paste('Ich koche\nam Montag');
  await userEvent.keyboard('.');
  expect(sentence.toString()).toBe('Ich koche am Montag.');
  await expect.element(page.getByRole('textbox', { name: 'Satz' })).toHaveValue('Ich koche am Montag.');
});

it('[UI21] [UI75] a selection made backwards goes on backwards when others write', async () => {
  const doc = new Y.Doc();
  const text = doc.getText('field');
  text.insert(0, 'Ich gehe hin');
  await show(<SharedTextField text={text} at={AT} label="Satz" />);
  await page.getByRole('textbox', { name: 'Satz' }).click();
  await userEvent.keyboard('{End}{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}');
  doc.transact(() => text.insert(0, 'Montags: '), 'others');
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
  const field = document.querySelector('textarea');
  expect(field?.value.slice(field.selectionStart, field.selectionEnd)).toBe(' hin');
});

it('[UI29] a scale is eleven keys with their meaning; nothing is chosen by walking past', async () => {
  const chosen: number[] = [];
  await show(
    <ScalePicker
      label="Wo stehst du?"
      value={null}
      before={2}
      target={7}
      onChange={(value) => chosen.push(value)}
    />,
  );
  await expect.element(page.getByRole('group', { name: 'Wo stehst du?' })).toBeVisible();
  expect(page.getByRole('radio').elements()).toHaveLength(11);
  await expect.element(page.getByRole('radio', { name: /^2\s*, beim letzten Mal$/ })).not.toBeChecked();
  await expect.element(page.getByRole('radio', { name: /^7\s*, das Ziel$/ })).not.toBeChecked();
  await userEvent.keyboard('{Tab}');
  expect(chosen).toEqual([]);
  await page.getByText('5', { exact: true }).click();
  expect(chosen).toEqual([5]);
});

/** The key that ended a word, as Safari tells of it: after the word, and as no part of it. */
function keyOfInputMethod(field: Element, key: string): void {
  field.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true }));
}

it('[UI22] Enter and Escape that only end a composed word end no sentence', async () => {
  const text = new Y.Doc().getText('field');
  const done: string[] = [];
  const keys: string[] = [];
  await show(
    <SharedTextField
      sentence
      text={text}
      at={AT}
      label="Satz"
      onDone={(how) => done.push(how)}
      onKey={({ key }) => keys.push(key)}
    />,
  );
  const field = page.getByRole('textbox', { name: 'Satz' });
  await field.click();
  for (const key of ['Enter', 'Escape', 'Tab']) {
    keyOfInputMethod(field.element(), key);
  }
  expect({ done, keys }).toEqual({ done: [], keys: [] });
  await userEvent.keyboard('{Enter}');
  expect({ done, keys }).toEqual({ done: ['enter'], keys: ['Enter'] });
});

it('[UI22] Escape that only gives up a composed word keeps what was typed before it', () => {
  const left: string[] = [];
  const pressed = onEscape(() => left.push('left'));
  const press = (key: string, keyCode: number, isComposing = false): void =>
    pressed({ key, nativeEvent: { keyCode, isComposing } });
  press('Escape', 229);
  press('Escape', 27, true);
  press('Enter', 13);
  expect(left).toEqual([]);
  press('Escape', 27);
  expect(left).toEqual(['left']);
});

it('[UI144] what is chosen from a list is read whole, and is the list’s own text only', async () => {
  const long = 'Sozialpädagogische Familienhilfe, jemand kommt mehrmals in der Woche nach Hause';
  const options = [
    { value: 'a', label: long },
    { value: 'b', label: 'kurz' },
  ];
  const choice = (value: string) => (
    <div style={{ width: 220 }}>
      <Choice label={value} value={value} options={options} onChange={() => undefined} testId={value} />
    </div>
  );
  await show(
    <>
      {choice('a')}
      {choice('b')}
    </>,
  );
  await expect.element(page.getByTestId('a')).toHaveDisplayValue(long);
  const [whole, short] = ['a', 'b'].map((id) => page.getByTestId(id).element());
  expect(short?.clientHeight).toBeLessThan(50);
  expect(whole?.clientHeight).toBeGreaterThan(90);
  const { content, zIndex } = getComputedStyle(whole?.parentElement ?? document.body, '::before');
  expect([content, zIndex]).toEqual([`"${long}" / ""`, '1']);
});

it('[UI145] what is said of a number that is none stands in whole lines, also in a row of fields', async () => {
  const fields = ['eins', 'zwei', 'drei'];
  await show(
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', width: 480 }}>
      {fields.map((name) => (
        <NumberField
          key={name}
          name={name}
          label={name}
          value={null}
          onChange={() => undefined}
          testId={name}
        />
      ))}
    </div>,
  );
  await page.getByTestId('zwei').fill('viele');
  await userEvent.tab();
  const said = page.getByRole('alert');
  await expect.element(said).toBeVisible();
  const lines = said.element().clientHeight / Number.parseFloat(getComputedStyle(said.element()).lineHeight);
  expect(Math.round(lines)).toBeLessThanOrEqual(2);
});
