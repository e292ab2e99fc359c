import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { everyLocale, localeFor, translatorFor } from '#shared/i18n/every-locale.ts';
import { localeFaults, placeholdersIn } from '#shared/i18n/faults.ts';
import { FIRST_LANGUAGE, knownLanguage, LANGUAGES, nameOfLanguage } from '#shared/i18n/language.ts';
import type { Locale } from '#shared/i18n/messages.ts';
import type { Wording } from '#shared/i18n/wording.ts';

const reference = localeFor(FIRST_LANGUAGE);
const FOLDERS = new URL('../../../shared/i18n/locales/', import.meta.url);

/** A copy of German in which some texts are other ones, or gone. */
function changed(texts: Record<string, unknown>): Locale {
  const all = { ...reference.messages, ...texts } as Record<string, Wording | undefined>;
  const kept = Object.entries(all).filter(([, wording]) => wording !== undefined);
  return { ...reference, messages: Object.fromEntries(kept) as Locale['messages'] };
}

const faultsOf = (texts: Record<string, unknown>): string[] => localeFaults('xx', changed(texts), reference);

describe('[UI76] languages', () => {
  it('have every text in every form of address, with the placeholders of the reference', () => {
    for (const [language, locale] of everyLocale) {
      expect(localeFaults(language, locale, reference)).toEqual([]);
    }
  });

  it('are a folder and a line in the registry each', () => {
    expect(readdirSync(FOLDERS).sort()).toEqual([...LANGUAGES].sort());
    expect(LANGUAGES.map(nameOfLanguage)).toEqual(['Deutsch', 'English']);
  });

  it('a text that is missing is named', () => {
    expect(faultsOf({ 'ui.loading': undefined })).toEqual(['xx: the text "ui.loading" is missing']);
    expect(faultsOf({ 'ui.loadign': 'x' })).toEqual(['xx: there is no text "ui.loadign" in the reference']);
    expect(faultsOf({ 'ui.loading': ' ' })).toEqual(['xx: "ui.loading" is empty']);
    expect(faultsOf({ 'ui.loading': { du: 'a', sie: 'b' } })).toEqual([
      'xx: "ui.loading" has no wording for "neutral"',
    ]);
  });

  it('a placeholder that is misspelt, left out or broken is named', () => {
    expect(faultsOf({ 'people.link_title': 'Link: {nmae}' })).toEqual([
      'xx: "people.link_title" asks for {nmae}, which nobody hands in',
      'xx: "people.link_title" leaves out {name}',
    ]);
    expect(faultsOf({ 'people.link_title': 'Link: {name' })[0]).toMatch(/^xx: .* is no ICU message: /);
    expect(faultsOf({ 'people.link_title': 'Link of {name_declined}' })).toEqual([]);
  });

  it('placeholders are found inside the choices of a plural too', () => {
    expect(
      placeholdersIn('{count, plural, =0 {none} one {{name}} other {# of {whole_genitive}}} {at}'),
    ).toEqual(['count', 'name', 'whole', 'at']);
  });

  it('the first wish that is spoken counts, whatever its region; German where none is', () => {
    expect(knownLanguage([null, 'fr-FR', 'en-US', 'de'])).toBe('en');
    expect(knownLanguage(['DE-AT'])).toBe('de');
    expect(knownLanguage(['def', undefined])).toBe('de');
  });

  it('a call without its placeholder, or with another, fails the type check', () => {
    const t = translatorFor('de', 'du');
    expect(t('people.link_title', { name: 'Leon' })).toBe('Neuer Link: Leon');
    expect(t('people.waits_long', { name: 'Leon', minutes: 3 })).toContain('3 Minuten');
    const wrong = [
      // @ts-expect-error no such text
      () => t('people.no_such_text'),
      // @ts-expect-error the name is missing
      () => t('people.link_title'),
      // @ts-expect-error another placeholder
      () => t('people.link_title', { nmae: 'Leon' }),
      // @ts-expect-error this text takes none
      () => t('people.close', { name: 'Leon' }),
      // @ts-expect-error what is counted is a number
      () => t('people.attendance_open', { count: 'many' }),
    ];
    expect(wrong).toHaveLength(5);
  });
});
