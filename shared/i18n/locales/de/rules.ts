import type { LocaleRules } from '../../rules.ts';

/** "Herr" as the beginning of a name, also in "Frau und Herr Wegner" and in a list; never a surname. */
const HERR = /(?<=^|\sund\s|,\s)Herr(?=\s)/gu;

export const rules: LocaleRules = {
  tag: 'de-DE',
  dir: 'ltr',
  addresses: ['du', 'sie', 'neutral'],
  nameForms: {
    /** "mit Herrn Aydın"; every other name stays as it is. */
    declined: (name) => name.replace(HERR, 'Herrn'),
    /** "Leons", "Jonas’" */
    genitive: (name) => (/[sßxz]$/iu.test(name) ? `${name}’` : `${name}s`),
  },
};
