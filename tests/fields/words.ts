import type { Page } from 'playwright';
import type { Random } from '../helpers/random.ts';
import { type Field, locate } from './find.ts';

/** What is typed in one go: the first part before something happens, the second while it does. */
export interface Typed {
  keys: readonly [string, string];
  /** As it stands in a document. */
  stored: string;
  /** As the field shows it. */
  shown: string;
  /** What somebody else puts in its place, where it is a single value. */
  other: string | number;
}

const LETTERS = 'bcdfghjklmnpqrstvwxz';

/** Words, numbers and days of which none comes twice in a run. */
export function createWords(random: Random): (kind: Field['kind']) => Typed {
  let made = 0;
  const letters = (): string => Array.from({ length: 6 }, () => random.pick(LETTERS.split(''))).join('');
  return (kind) => {
    made++;
    if (kind === 'number') {
      const digits = String(2_000 + made);
      return { keys: [digits, ''], stored: digits, shown: digits, other: 1 };
    }
    if (kind === 'day') {
      const [day, month, year] = [
        String(1 + (made % 28)),
        String(1 + (made % 12)),
        String(2030 + (made % 150)),
      ];
      const [dd, mm] = [day.padStart(2, '0'), month.padStart(2, '0')];
      return {
        keys: [dd + mm + year, ''],
        stored: `${year}-${mm}-${dd}`,
        shown: `${dd}.${mm}.${year}`,
        other: '2029-01-01',
      };
    }
    if (kind === 'time') {
      const minutes = String(made % 60).padStart(2, '0');
      // A browser that speaks English has a part more, for the half of the day.
      return { keys: [`08${minutes}a`, ''], stored: `08:${minutes}`, shown: `08:${minutes}`, other: '' };
    }
    const keys = [letters(), letters()] as const;
    return { keys, stored: keys.join(''), shown: keys.join(''), other: 'Anderes' };
  };
}

/** Goes into a field and types the first letter: from then on somebody is typing. */
export async function begin(page: Page, field: Field, { keys }: Typed): Promise<void> {
  const at = await locate(page, field);
  if (!at) {
    throw new Error(`no field ${field.key}`);
  }
  await at.focus();
  // What a field of one value held before is replaced; words are added to a text.
  await page.keyboard.press(
    field.kind === 'number' ? 'Control+a' : field.kind === 'words' ? 'Control+End' : 'Home',
  );
  await page.keyboard.type(keys[0].slice(0, 1));
}

/** Types what is left of the first part. */
export async function keepOn(page: Page, { keys }: Typed): Promise<void> {
  await page.keyboard.type(keys[0].slice(1));
}

/** Types the second part into whatever has the focus, as fast as a hand does. */
export async function goOn(page: Page, { keys }: Typed): Promise<void> {
  await page.keyboard.type(keys[1], { delay: 40 });
}
