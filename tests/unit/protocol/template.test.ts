import { describe, expect, it } from 'vitest';
import { PLAN_PARTS, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { everyLocale } from '#shared/i18n/every-locale.ts';
import { HILFEPLAN } from '#shared/protocol/templates/hilfeplan.ts';

describe('the template of a plan', () => {
  const codes = HILFEPLAN.sections.map(({ code }) => code);

  it('[PR31] names every section once, with a title in every language', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const section of HILFEPLAN.sections) {
      for (const { messages } of everyLocale.values()) {
        expect(messages[section.title]).toMatch(/./);
      }
    }
  });

  it('[PR31] says which sections are running text of the plan document', () => {
    expect(TEXT_SECTIONS).toEqual([
      'anlass',
      'sicht_kind',
      'sicht_eltern',
      'sicht_weitere',
      'geschwister',
      'bedarf',
    ]);
    expect(TEXT_SECTIONS.every((code) => PLAN_PARTS.includes(`section:${code}`))).toBe(true);
  });

  it('[PR31] shows on paper whatever it shows anywhere: nobody signs less than they read', () => {
    expect(HILFEPLAN.sections.every(({ places }) => places.some((place) => place === 'paper'))).toBe(true);
  });

  it('[PR31] shows nothing of answers before there is something to answer', () => {
    const answers = HILFEPLAN.sections.filter(({ filledFrom }) => filledFrom.kind === 'answers');
    expect(answers.every(({ places }) => !places.some((place) => String(place) === 'preview'))).toBe(true);
  });
});
