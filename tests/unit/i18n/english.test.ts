import { expect, it } from 'vitest';
import { localeFor } from '#shared/i18n/every-locale.ts';

it('[UI106] what is kept of a meeting has one word in English too: record', () => {
  const texts = Object.entries(localeFor('en').messages).map(
    ([key, text]) => `${key}: ${JSON.stringify(text)}`,
  );
  expect(texts.filter((text) => /: .*\bprotocol/i.test(text))).toEqual([]);
});
