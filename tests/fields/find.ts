import type { Locator, Page } from 'playwright';

/** A place where somebody can type, as one meets it who goes through the page by what things are. */
export interface Field {
  /** Its name, and which of that name: finds it again on a page that was drawn anew. */
  key: string;
  kind: 'words' | 'number' | 'day' | 'time' | 'secret';
}

/** Whatever takes letters, by role and by nature; nothing is found by a name that the product gave it. */
const TYPED =
  'textarea, input, [contenteditable=true], [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton]';

/** Every field of the page that somebody can reach and type in now. A day is one field, whatever its parts. */
export async function fieldsOn(page: Page): Promise<Field[]> {
  return (await meet(page)).map(({ key, kind }) => ({ key, kind }));
}

/** Where a field is now; null where the page has it no more. */
export async function locate(page: Page, { key }: Field): Promise<Locator | null> {
  const met = (await meet(page)).find((one) => one.key === key);
  return met ? page.locator(TYPED).nth(met.index) : null;
}

/** The fields that hold these words now; a line for adding may have another name by then. */
export async function holding(page: Page, words: string): Promise<Locator[]> {
  const met = (await meet(page)).filter(({ value }) => value.includes(words));
  return met.map(({ index }) => page.locator(TYPED).nth(index));
}

/** What all fields of the page hold now. */
export async function heldOn(page: Page): Promise<string[]> {
  return (await meet(page)).map(({ value }) => value);
}

interface Met extends Field {
  index: number;
  value: string;
}

async function meet(page: Page): Promise<Met[]> {
  const all = await page.locator(TYPED).evaluateAll(describeHere);
  const seen = new Map<string, number>();
  return all.map(({ name, ...rest }) => {
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { ...rest, key: `${name} (${before + 1})` };
  });
}

type Described = Omit<Met, 'key'> & { name: string };

/** Runs in the page. */
function describeHere(elements: Element[]): Described[] {
  const UNTYPED = /^(?:checkbox|radio|button|submit|reset|file|hidden|range|color)$/;
  const KINDS: Record<string, Described['kind']> = { time: 'time', password: 'secret' };
  const partsOfADay = new Set<Element>();
  const isFirstOfDay = (element: Element): boolean => {
    const day = element.closest('[role=group]') ?? element;
    const isKnown = partsOfADay.has(day);
    partsOfADay.add(day);
    return !isKnown;
  };
  const isOpen = (element: Element): boolean => {
    const closed = element.matches(':disabled, [readonly], [aria-disabled=true], [aria-readonly=true]');
    const behind = element.closest('[inert], [aria-hidden=true]') !== null;
    const [box] = element.getClientRects();
    return !closed && !behind && box !== undefined && box.width > 4 && element.checkVisibility();
  };
  const nameOf = (element: Element): string => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(' ').filter((id) => id !== '');
    const named = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const label = labels ? (element.labels?.[0]?.textContent ?? '') : '';
    return element.getAttribute('aria-label') || named || label || element.getAttribute('placeholder') || '?';
  };
  return elements.flatMap((element, index): Described[] => {
    const type = element instanceof HTMLInputElement ? element.type : '';
    const isPart = element.role === 'spinbutton';
    if (element instanceof HTMLSelectElement || UNTYPED.test(type) || !isOpen(element)) {
      return [];
    }
    if (isPart) {
      const day = element.closest('[role=group]') ?? element;
      // Marks of the direction stand around the parts of a day.
      const value = (day.textContent ?? '').replace(/[\u2066-\u2069]/g, '');
      return isFirstOfDay(element) ? [{ index, name: nameOf(day), kind: 'day', value }] : [];
    }
    const isNumber = element.getAttribute('inputmode') === 'decimal';
    const kind = isNumber ? 'number' : (KINDS[type] ?? 'words');
    const value = 'value' in element ? String(element.value) : (element.textContent ?? '');
    return [{ index, name: nameOf(element), kind, value }];
  });
}
