import { describe, expect, it } from 'vitest';
import { localeFor, translatorFor } from '#shared/i18n/every-locale.ts';

const de = localeFor('de').rules.nameForms.declined;

describe('[UI74] names in a sentence', () => {
  it('says "mit Herrn Aydın", also before a title, a no-break space and in a couple', () => {
    expect(de('Herr Aydın')).toBe('Herrn Aydın');
    expect(de('Herr Dr. Öz')).toBe('Herrn Dr. Öz');
    expect(de('Herr\u00a0Krüger')).toBe('Herrn\u00a0Krüger');
    expect(de('Frau und Herr Wegner')).toBe('Frau und Herrn Wegner');
    expect(de('Herr und Frau Wegner')).toBe('Herrn und Frau Wegner');
  });

  it('leaves every other name alone, surnames among them', () => {
    for (const name of [
      'Frau Wegner',
      'Leon',
      'Oma Renate',
      'Herrmann Lange',
      'Frau Herr',
      'Herrn Aydın',
      'Herr',
      '',
    ]) {
      expect(de(name)).toBe(name);
    }
    expect(de('Herr Herr')).toBe('Herrn Herr');
  });

  it('is German only', () => {
    expect(localeFor('en').rules.nameForms.declined('Herr Aydın')).toBe('Herr Aydın');
  });

  it('finds each name in a list', () => {
    expect(de('Frau Wegner, Herr Aydın und Herr Krüger')).toBe('Frau Wegner, Herrn Aydın und Herrn Krüger');
  });

  it('is done where a text asks for it, in the list, on the board and in the protocol', () => {
    const t = translatorFor('de', 'neutral');
    const names = { name: 'Herr Krüger', lead: 'Herr Krüger', who: 'Herr Krüger' };
    const others = { others: 'Leon, Herr Aydın', with: 'Leon, Herr Aydın' };
    for (const key of ['outline.who_with', 'protocol.goal.whoWith'] as const) {
      expect(t(key, { ...names, ...others })).toBe('Herr Krüger, mit Leon, Herrn Aydın');
    }
    expect(t('outline.for_person', names)).toBe('für Herrn Krüger');
    expect(t('protocol.goal.voice', names)).toBe('Wunsch von Herrn Krüger');
    expect(translatorFor('en', 'neutral')('outline.for_person', names)).toBe('for Herr Krüger');
  });

  it('is asked for after every preposition before a name, and in German only', () => {
    const bare =
      /(?<!\p{L})(?:mit|von|für|bei|zu|ohne|durch) \{(?:name|names|who|with|others|lead|facilitator|child)\}/iu;
    // First names and words that are no names: the one whose plan it is.
    const firstNames = new Set(['access.ask_plan', 'access.ask_screen_text', 'access.meeting_for']);
    for (const [key, german] of Object.entries(localeFor('de').messages)) {
      const wordings = typeof german === 'string' ? [german] : Object.values(german);
      for (const wording of wordings) {
        expect(bare.test(wording) && !firstNames.has(key), `${key}: ${wording}`).toBe(false);
      }
    }
    expect(JSON.stringify(localeFor('en').messages)).not.toContain('_declined');
  });
});

describe('[UI106] one thing has one word', () => {
  const texts = Object.entries(localeFor('de').messages).map(
    ([key, text]) => `${key}: ${JSON.stringify(text)}`,
  );
  const saying = (words: RegExp): string[] => texts.filter((text) => words.test(text));

  it('has no gender star', () => {
    expect(saying(/\p{L}\*\p{L}/u)).toEqual([]);
  });

  it.each([
    ['Fassung', /\bVersion\b|Vorlesefassung/],
    ['Protokoll', /\bExemplar\b/],
    ['Vereinbarung', /Absprache/],
    ['Stunden', /Fachleistungsstunde/],
    ['Folgegespräch', /Fortschreibung/],
    ['geschafft', /chritte? erledigt/],
    ['Was kam dazwischen', /im Weg stand|schwer gemacht/],
  ])('says %s and no other word for it', (_word, others) => {
    expect(saying(others)).toEqual([]);
  });
});
