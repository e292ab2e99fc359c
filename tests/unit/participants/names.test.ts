import { describe, expect, it } from 'vitest';
import { isOwnName } from '#server/participants/names.ts';

const AYDIN = { firstName: 'Murat', lastName: 'Aydın', displayName: 'Herr Aydın' };
const KRUEGER = { firstName: 'Thomas', lastName: 'Krüger', displayName: 'Herr Krüger' };
const RENATE = { firstName: 'Renate', lastName: 'Wegner', displayName: 'Oma Renate' };
const WEISS = { firstName: 'Änne', lastName: 'Weiß', displayName: 'Frau Weiß' };

describe('a typed name', () => {
  it.each([
    ['Thomas', KRUEGER],
    ['  thomas   KRÜGER ', KRUEGER],
    ['Krüger', KRUEGER],
    ['Krueger', KRUEGER],
    ['Kruger', KRUEGER],
    ['Krüger, Thomas', KRUEGER],
    ['Herr Krüger', KRUEGER],
    ['Kru\u0308ger', KRUEGER],
    ['murat aydin', AYDIN],
    ['AYDIN', AYDIN],
    ['Oma Renate', RENATE],
    ['renate', RENATE],
    ['Aenne Weiss', WEISS],
    ['Anne Weiß', WEISS],
  ])('[SG6] %s is the person', (typed, person) => {
    expect(isOwnName(typed, person)).toBe(true);
  });

  it.each([
    ['Sandra', KRUEGER],
    ['', KRUEGER],
    ['   ', KRUEGER],
    ['T', KRUEGER],
    ['Herr', KRUEGER],
    ['Thomas Wegner', KRUEGER],
    ['…', AYDIN],
  ])('[SG6] "%s" is not', (typed, person) => {
    expect(isOwnName(typed, person)).toBe(false);
  });

  it('[SG6] a person without a last name is not confirmed by an empty one', () => {
    expect(isOwnName(' ', { firstName: 'Leon', lastName: '', displayName: 'Leon' })).toBe(false);
    expect(isOwnName('leon', { firstName: 'Leon', lastName: '', displayName: 'Leon' })).toBe(true);
  });
});
