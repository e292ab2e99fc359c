import { describe, expect, it } from 'vitest';
import { localeFor } from '#shared/i18n/every-locale.ts';
import { localeFaults } from '#shared/i18n/faults.ts';
import type { Locale } from '#shared/i18n/messages.ts';
import { longText, longWording } from '../../helpers/words/long-text.ts';

const german = localeFor('de');
const long: Locale = {
  ...german,
  messages: Object.fromEntries(
    Object.entries(german.messages).map(([key, wording]) => [key, longWording(wording)]),
  ) as Locale['messages'],
};

describe('[UI81] the language of long words', () => {
  it('has longer words, and every placeholder and plural form as it was', () => {
    expect(longText('Ziele von {name_genitive}')).toBe('Zielezie vonvo {name_genitive}');
    expect(longText('{count, plural, =0 {Nichts} one {# {name}} other {# offen}} {at}')).toBe(
      '{count, plural, =0 {Nichtsnich} one {# {name}} other {# offenoff}} {at}',
    );
  });

  it('is a whole language, 1.6 times as long as German', () => {
    expect(localeFaults('xl', long, german)).toEqual([]);
    const ratio = lettersOf(long) / lettersOf(german);
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(1.8);
  });
});

/** Letters of all texts without placeholders. */
function lettersOf({ messages }: Locale): number {
  const texts = Object.values(messages).flatMap((wording) =>
    typeof wording === 'string' ? wording : Object.values(wording),
  );
  return texts
    .filter((text) => !text.includes('{'))
    .join('')
    .replace(/\P{L}/gu, '').length;
}
