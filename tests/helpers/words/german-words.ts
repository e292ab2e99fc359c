import { readdirSync, readFileSync } from 'node:fs';
import { localeFor } from '#shared/i18n/every-locale.ts';
import type { Language } from '#shared/i18n/language.ts';

/**
 * Finds German on an English page: words of the German texts that no English text has. What people of the example
 * have said, and what they are called, is German on every page and is looked past.
 */

/** The German words in a text that the product itself says, in lower case. */
export function germanIn(text: string): string[] {
  const rest = EXAMPLE.reduce((left, said) => left.replaceAll(said, ' '), text);
  const isOfExample = rest !== text;
  // Days in what people have said are computed into it.
  return wordsIn(rest).filter((word) => GERMAN.has(word) && !(isOfExample && DAYS.has(word)));
}

const WORD = /\p{L}{3,}/gu;

const wordsIn = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** What ICU writes around the words of a text. */
const ICU = /\{\w+\}|\{\w+, *\w+,|(?:=\d+|zero|one|two|few|many|other) *(?=\{)/gu;

function catalogue(language: Language): Set<string> {
  const { messages, rules } = localeFor(language);
  const texts = Object.values(messages).flatMap((wording) =>
    typeof wording === 'string' ? [wording] : Object.values(wording),
  );
  return new Set([...texts.map((text) => text.replace(ICU, ' ')), ...daysIn(rules.tag)].flatMap(wordsIn));
}

/** Names of months and weekdays. */
function daysIn(tag: string): string[] {
  const day = new Intl.DateTimeFormat(tag, { weekday: 'long', month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => day.format(Date.UTC(2026, month, 1 + month)));
}

const DAYS = new Set(daysIn(localeFor('de').rules.tag).flatMap(wordsIn));
const ENGLISH = catalogue('en');
const GERMAN = new Set([...catalogue('de')].filter((word) => !ENGLISH.has(word)));

/** Pieces of text in the sources of the example, the longest first; what is computed into them divides them. */
const EXAMPLE = literals(new URL('../../../server/example/', import.meta.url));

function literals(folder: URL): string[] {
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const found = sources
    .flatMap((source) => [...source.matchAll(/'([^'\n]*)'|`([^`]*)`/g)])
    .flatMap(([, plain, made = '']) => (plain ?? made).split(/\$\{[^}]*\}/))
    .map((piece) => piece.trim())
    .filter((piece) => wordsIn(piece).length > 0);
  return [...new Set(found)].sort((one, other) => other.length - one.length);
}
