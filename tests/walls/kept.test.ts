import { expect, it } from 'vitest';
import { sources } from './source.ts';

/**
 * What outlives a tab on a device is small choices. Words wait beside the tab alone and end with it: the device may
 * be another person's next, and of a right that ends while nothing is open nobody could take them away again.
 */

const OUTLIVES_THE_TAB = /\blocalStorage\b|\bindexedDB\b|\bcaches\.|document\.cookie\b|\bcookieStore\b/;

const KEEPERS = ['client/app/memory.ts', 'client/plan/list/keys/letter-keys.ts'];

/** The choices: how a device speaks, looks and is heard, and until when who leads has been told of a seat. */
const CHOICES = [
  'client/app/device/device-language.ts',
  'client/app/device/heard.ts',
  'client/app/device/text-size.ts',
  'client/app/device/theme.ts',
  'client/meeting/people/useTold.ts',
];

it('[UI212] nothing that somebody typed is kept where it outlives the tab', () => {
  const client = sources().filter(({ path }) => path.startsWith('client/'));
  const keeping = client.filter(({ text }) => OUTLIVES_THE_TAB.test(text)).map(({ path }) => path);
  expect(keeping.sort()).toEqual(KEEPERS);
  const choosing = client.filter(({ text }) => /\bremember\(/.test(text)).map(({ path }) => path);
  expect(choosing.filter((path) => !KEEPERS.includes(path)).sort()).toEqual(CHOICES);
});
