import { IntlMessageFormat } from 'intl-messageformat';
import { isolated } from './isolate.ts';
import type { MessageKey, SpokenLocale, Translate } from './messages.ts';
import { type LocaleRules, NAME_FORMS } from './rules.ts';
import { type Address, hasPlaceholders, type Text, wordingOf } from './wording.ts';

export type { KeyWith, MessageKey, PlainKey, Translate } from './messages.ts';

/** Time zone of the office: dates on paper and on every phone read the same. */
export const OFFICE_TIME_ZONE = 'Europe/Berlin';

type Values = Readonly<Record<string, string | number>>;

const formats = new WeakMap<SpokenLocale, Map<Text, IntlMessageFormat>>();

/** The translate function for a language and a form of address. Formats are made once and kept. */
export function translator(locale: SpokenLocale, address: Address): Translate {
  const known = formats.get(locale) ?? new Map<Text, IntlMessageFormat>();
  formats.set(locale, known);
  return (key: MessageKey, values: Values = {}) => {
    const wording = locale.messages[key];
    if (wording === undefined) {
      throw new Error(`The text "${key}" is not here yet`);
    }
    const text = wordingOf(wording, address);
    if (typeof text === 'string' && !hasPlaceholders(text)) {
      return text;
    }
    const format = known.get(text) ?? new IntlMessageFormat(text, locale.rules.tag);
    known.set(text, format);
    return String(format.format(withForms(values, locale.rules)));
  };
}

/** Every value, set apart where it runs the other way, and as a text may ask for it: `{name}`, `{name_declined}`, `{name_genitive}`. */
function withForms(values: Values, { nameForms }: LocaleRules): Values {
  const formed = Object.entries(values).flatMap(([name, value]) =>
    NAME_FORMS.map((form) => [`${name}_${form}`, isolated(nameForms[form](String(value)))] as const),
  );
  const plain = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'string' ? isolated(value) : value] as const,
  );
  return { ...Object.fromEntries(formed), ...Object.fromEntries(plain) };
}
