import { typedLine } from '#shared/domain/typed-text.ts';

/**
 * What stands in a field of one value, as it is written in the person's language. `undefined` where
 * it is no such value, or none yet: nobody's value is replaced by half of one.
 */

/** Hours and the like: up to four digits, and two behind a comma or a point. */
const NUMBER = /^(\d{1,4})(?:[.,](\d{1,2}))?$/;

/** Words of one line. */
export function readWords(typed: string): string | null {
  return typedLine(typed).trim() || null;
}

/** A number that is not negative, with comma or point. */
export function readAmount(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') {
    return null;
  }
  const parts = NUMBER.exec(text);
  return parts ? Number(`${parts[1]}.${parts[2] ?? '0'}`) : undefined;
}

/** A number as it is written in a language, without thousands' signs. */
export function writeAmount(value: number | null, locale: string): string {
  return value === null ? '' : value.toLocaleString(locale, { useGrouping: false, maximumFractionDigits: 2 });
}
