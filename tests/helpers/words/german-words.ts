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
  return wordsIn(rest).filter((word) => GERMAN.has(word));
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

const ENGLISH = catalogue('en');
const GERMAN = new Set([...catalogue('de')].filter((word) => !ENGLISH.has(word)));

/** Names are short; what else is, as a code, could be a word of the product. */
const NAME = /\b(?:\w*Name|subtitle): '([^']+)'/g;

/** What is computed into a text, such as a day. */
const HOLE = /\$\{[^}]*\}/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Texts in the sources of the example, the longest first, with whatever is computed into them. */
const EXAMPLE = literals(new URL('../../../server/example/', import.meta.url));

function literals(folder: URL): RegExp[] {
  const sources = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  const names = sources.flatMap((source) => [...source.matchAll(NAME)].map(([, name = '']) => name));
  const texts = sources
    .flatMap((source) => [...source.matchAll(/'([^'\n]*)'|`([^`]*)`/g)])
    .map(([, plain, made = '']) => (plain ?? made).trim())
    .filter((text) => wordsIn(text).length > 0 && (/\s/u.test(text) || text.length >= 10));
  const longestFirst = [...new Set([...names, ...texts])].sort((one, other) => other.length - one.length);
  return longestFirst.map((text) => {
    const words = text.split(HOLE).map(escaped).join('.{1,40}?');
    return new RegExp(`(?<!\\p{L})${words}(?!\\p{L})`, 'gu');
  });
}
