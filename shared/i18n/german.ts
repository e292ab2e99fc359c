import type { Language } from './language.ts';

/** "Herr" as the beginning of a name, also in "Frau und Herr Wegner" and in a list; never a surname. */
const HERR = /(?<=^|\sund\s|,\s)Herr(?=\s)/gu;

/**
 * How a person is called where a sentence does not make them the subject: after "mit", "von", "für",
 * or as its object. German declines "Herr" ("mit Herrn Aydın"); every other name, and every other
 * language, says it as it is.
 */
export function declined(name: string, language: Language): string {
  return language === 'de' ? name.replace(HERR, 'Herrn') : name;
}
