import type { LocaleRules } from '../../rules.ts';

export const rules: LocaleRules = {
  tag: 'en-GB',
  dir: 'ltr',
  addresses: ['neutral'],
  nameForms: {
    declined: (name) => name,
    /** "Leon’s" */
    genitive: (name) => `${name}’s`,
  },
};
