import { expect, it } from 'vitest';
import { localeFor } from '#shared/i18n/every-locale.ts';

it('[UI106] what is kept of a meeting has one word in English too: record', () => {
  const texts = Object.entries(localeFor('en').messages).map(
    ([key, text]) => `${key}: ${JSON.stringify(text)}`,
  );
  expect(texts.filter((text) => /: .*\bprotocol/i.test(text))).toEqual([]);
});

it('[UI106] a number follows who gave it, also where a name is short: "We 2 then" is no sentence of ours', () => {
  const texts = Object.entries(localeFor('en').messages).map(
    ([key, text]) => `${key}: ${JSON.stringify(text)}`,
  );
  expect(texts.filter((text) => /\{name\} (then|now) \{/.test(text))).toEqual([]);
});

it('[UI106] what opens the menu and what opens a goal are two words', () => {
  const { messages } = localeFor('en');
  expect(messages['table.more']).not.toBe(messages['outline.more']);
});
