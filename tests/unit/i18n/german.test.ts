import { describe, expect, it } from 'vitest';
import { declined } from '#shared/i18n/german.ts';

const de = (name: string): string => declined(name, 'de');

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
    expect(declined('Herr Aydın', 'en')).toBe('Herr Aydın');
  });
});
