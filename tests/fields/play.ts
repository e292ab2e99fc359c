import type { Page } from 'playwright';
import { expect } from 'vitest';
import { heardOn } from '../e2e/live-regions.ts';
import { type Place, SOON } from '../e2e/round.ts';
import { type Disturbance, HAPPENS } from './disturb.ts';
import { type Field, fieldsOn, heldOn, holding, locate } from './find.ts';
import type { House } from './house.ts';
import type { Way } from './ways.ts';
import { begin, keepOn, type Typed } from './words.ts';

export interface Case {
  way: Way;
  field: Field;
  disturbance: Disturbance;
  typed: Typed;
}

/** What leads to another view than the field's. */
const AWAY: ReadonlySet<Disturbance> = new Set([
  'reload',
  'step',
  'freeze',
  'offline reload',
  'thrown away',
  'turned',
]);

/** Comes to a view at its step, from whatever happened before; gives the fields there. */
export async function comeTo(house: House, way: Way): Promise<Field[]> {
  const { page } = house.placeOf(way);
  await house.bringTo(way.phase, way.state ?? 'open');
  const shown = way.state
    ? '[data-testid=protocol-pane], [data-testid=phone-me]'
    : `[data-phase=${way.phase}]`;
  await page
    .locator('[data-testid=table]')
    .and(page.locator(shown))
    .or(page.locator(shown))
    .first()
    .waitFor(SOON);
  await way.open(page);
  return fieldsOn(page);
}

/** Types, lets something happen, and looks for every letter. */
export async function play(house: House, { way, field, disturbance, typed }: Case): Promise<void> {
  const place = house.placeOf(way);
  if ((await locate(place.page, field)) === null) {
    await comeTo(house, way);
  }
  await begin(place.page, field, typed);
  await quietly(place.page, () => keepOn(place.page, typed));
  await neverSavedInVain(house, place, field.kind === 'words' ? typed.keys[0] : typed.stored);
  await HAPPENS[disturbance]({ house, place, typed, phase: way.phase });
  if (AWAY.has(disturbance)) {
    await comeTo(house, way);
  }
  // Nobody types into a page that is on its way.
  const stored = disturbance === 'reload' && field.kind === 'words' ? typed.keys[0] : typed.stored;
  await expectKept(house, place, field, { ...typed, stored });
  await tidy(place.page, field, stored);
}

/** Errors, the connection, and what a field itself answers: the part of a day as it is now, how many choices are left. */
const SAID_ALL_THE_SAME: ReadonlySet<string> = new Set(['alert', 'connection', 'log']);

/** Nothing is said into somebody's typing but that ([UI102]). */
async function quietly(page: Page, type: () => Promise<void>): Promise<void> {
  await heardOn(page);
  await type();
  const said = (await heardOn(page)).filter(({ region }) => !SAID_ALL_THE_SAME.has(region));
  expect(said.map(({ region, words }) => `${region}: ${words}`).join('; '), 'said while somebody types').toBe(
    '',
  );
}

/** "Gespeichert" is never said of words that the server does not hold. */
async function neverSavedInVain(house: House, place: Place, words: string): Promise<void> {
  if (await saysSaved(place.page)) {
    expect(await house.holds(place), 'said to be saved').toContain(words);
  }
}

function saysSaved(page: Page): Promise<boolean> {
  return page.getByText('gespeichert', { exact: true }).first().isVisible();
}

async function expectKept(house: House, place: Place, field: Field, typed: Typed): Promise<void> {
  let found = '';
  const look = async (): Promise<boolean> => {
    found = await missing(house, place, field, typed);
    return found === '';
  };
  await expect
    .poll(look, SOON)
    .toBe(true)
    .catch(() => {
      throw new Error(found);
    });
}

/**
 * Empty where every letter is in a document, in a field that is not called saved, or in the box of what was
 * not taken over; otherwise what was found instead.
 */
async function missing(house: House, place: Place, field: Field, typed: Typed): Promise<string> {
  const { page } = place;
  const box = (await page.locator('.session-refused').allTextContents()).join('\n');
  const fields = (await heldOn(page)).join('\n');
  const draft = (await saysSaved(page)) ? '' : fields;
  const held = await house.holds(place);
  const isThere =
    field.kind === 'words'
      ? isCovered(typed.stored, [held, draft, box], box)
      : held.includes(typed.stored) || box.includes(typed.shown) || draft.includes(typed.shown);
  return isThere ? '' : `${typed.stored} is not there; the fields hold "${fields}", the box "${box}"`;
}

/** The words stand somewhere, or their beginning does and the rest was typed too late. */
function isCovered(words: string, places: readonly string[], box: string): boolean {
  return [...words, ''].some((_, length) => {
    const [head, tail] = [words.slice(0, length), words.slice(length)];
    return (
      (head === '' || places.some((place) => place.includes(head))) && (tail === '' || box.includes(tail))
    );
  });
}

/** Puts away what would stand in the way of the next one. */
async function tidy(page: Page, field: Field, words: string): Promise<void> {
  const box = page.locator('.session-refused details');
  const away = box.locator('.session-refused-actions button:last-child');
  while ((await away.count()) > 0) {
    // Where there is little room it is one line until somebody opens it.
    await box.evaluate((one) => one.setAttribute('open', ''));
    await away.first().click();
  }
  if (field.kind === 'words' && !(await saysSaved(page))) {
    for (const draft of await holding(page, words)) {
      await draft.fill('');
    }
  }
}
