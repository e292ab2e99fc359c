import { describe, expect, it } from 'vitest';
import type { PersonRef } from '#shared/api/view.ts';
import type { GoalBefore } from '#shared/documents/plan/goals.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import type { Language } from '#shared/i18n/language.ts';
import { clockOf, phaseAfter, shownPhases } from '#shared/meeting/bar.ts';
import { stateWords } from '../../../client/plan/words/goals.ts';
import { scaleLetters, scaleValues } from '../../../client/plan/words/scale.ts';
import { whoAndWhen } from '../../../client/plan/words/steps.ts';
import { plainWords } from '../../../client/ui/text/in-parts.ts';

const t = translatorFor('de', 'du');
const PEOPLE: PersonRef[] = [
  { id: 'le', name: 'Leon', initials: 'Le', hue: 0, subtitle: '' },
  { id: 'we', name: 'Frau Wegner', initials: 'We', hue: 1, subtitle: 'Mama' },
  { id: 'kr', name: 'Herr Krüger', initials: 'Kr', hue: 2, subtitle: '' },
];
const NO_REVIEW = { result: null, consequence: null, text: '', obstacle: '', reason: '' };
const WORDS = { t, locale: 'de-DE', persons: PEOPLE };
const SELF = { id: 'le', who: 'du', withWhom: 'dir' };

function lastTime(scales: Record<string, number>): GoalBefore {
  return {
    version: '1.0',
    date: '2026-05-30',
    number: '1.1',
    text: '',
    dueDate: null,
    status: '',
    target: 7,
    scales,
  };
}

describe('goals in words', () => {
  it('[UI29] values stay with their people, then and now, and are never averaged', () => {
    const both = scaleValues(WORDS, { scales: { we: 5, le: 6 }, before: lastTime({ we: 3, le: 4 }) });
    expect(scaleLetters(WORDS, both, 7)).toBe('Le 4 → 6, We 3 → 5, Ziel 7');
    const hers = scaleValues(WORDS, { scales: { we: 5, le: 6 }, before: null, voice: 'we' });
    expect(scaleLetters(WORDS, hers, null), 'whose goal it is stands first').toBe('We 5, Le 6');
    const oneAnswered = scaleValues(WORDS, { scales: { le: 6 }, before: lastTime({ we: 3, le: 4 }) });
    expect(scaleLetters(WORDS, oneAnswered, null)).toBe('Le 4 → 6, damals We 3');
    expect(scaleLetters(WORDS, [], null)).toBe('');
  });

  it('[UI29] a value of somebody who is not known is not shown as nobody’s', () => {
    expect(scaleValues(WORDS, { scales: { gone: 5 }, before: null })).toEqual([]);
  });

  it('[UI29] a state that somebody set or that the review found stands on the row', () => {
    const goal = { level: 'handlungsziel' as const, status: 'vereinbart' as const, review: NO_REVIEW };
    expect(stateWords(WORDS, goal)).toBe('');
    expect(stateWords(WORDS, { ...goal, status: 'in_arbeit' as const })).toBe('in Arbeit');
    expect(stateWords(WORDS, { ...goal, review: { ...NO_REVIEW, result: 'erreicht' as const } })).toBe(
      'erreicht',
    );
    const closed = { ...NO_REVIEW, result: 'erreicht' as const, consequence: 'abschliessen' as const };
    expect(stateWords(WORDS, { ...goal, review: closed }), 'how it goes on counts').toBe('abgeschlossen');
  });

  it('[UI30] says who, until when and how often', () => {
    const step = { responsible: 'we', supporters: ['le'], recurrence: null, dueDate: '2026-03-12' };
    expect(plainWords(whoAndWhen(WORDS, step))).toBe('Frau Wegner, mit Leon · bis 12. März');
    expect(plainWords(whoAndWhen({ ...WORDS, self: SELF }, step))).toBe(
      'Frau Wegner, mit dir · bis 12. März',
    );
    const weekly = { ...step, responsible: 'le', supporters: [], recurrence: 'sonntags' };
    expect(plainWords(whoAndWhen({ ...WORDS, self: SELF }, weekly))).toBe('du · bis 12. März · sonntags');
    expect(plainWords(whoAndWhen(WORDS, { ...step, responsible: null, dueDate: null }))).toBe('Leon');
    const both = { ...step, supporters: ['le', 'kr'] };
    expect(plainWords(whoAndWhen(WORDS, both))).toBe('Frau Wegner, mit Leon und Herrn Krüger · bis 12. März');
  });
});

describe('the steps of a meeting', () => {
  const steps = [
    { phase: 'vorbereitung', minutes: 0, state: 'done' },
    { phase: 'ankommen', minutes: 5, state: 'now' },
    { phase: 'ziele', minutes: 20, state: 'next' },
  ] as const;

  it('[UI31] preparation is not counted once the meeting runs', () => {
    expect(shownPhases(steps).map(({ number, phase }) => `${number} ${phase}`)).toEqual([
      '1 ankommen',
      '2 ziele',
    ]);
    expect(phaseAfter(steps, 'ankommen')).toBe('ziele');
    expect(phaseAfter(steps, 'ziele')).toBeNull();
  });

  it('[UI32] the clock counts whole minutes down and stops at nothing', () => {
    const start = '2026-03-10T15:00:00.000Z';
    const at = (seconds: number) => clockOf(start, 5, Date.parse(start) + seconds * 1000);
    // [ME18] Nobody has begun.
    expect(clockOf(null, 5, Date.parse(start))).toEqual({ minutes: 5, part: 1 });
    expect(at(0)).toEqual({ minutes: 5, part: 1 });
    expect(at(150)).toEqual({ minutes: 3, part: 0.5 });
    expect(at(299)).toMatchObject({ minutes: 1 });
    expect(at(300)).toEqual({ minutes: 0, part: 0 });
    expect(at(9000)).toEqual({ minutes: 0, part: 0 });
  });

  it('[UI31] names take the form the language wants', () => {
    const view = (language: Language, name: string): string =>
      translatorFor(language, 'neutral')('table.phase.sicht_kind', { name });
    expect(view('de', 'Leon')).toBe('Leons Sicht');
    expect(view('de', 'Jonas')).toBe('Jonas’ Sicht');
    expect(view('en', 'Jonas')).toBe('Jonas’s view');
  });
});
