import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale, MessageKey, Translate } from './messages.ts';
import { NAME_FORMS, type NameForm } from './rules.ts';
import { type Address, wordingOf } from './wording.ts';

export type { KeyWith, MessageKey, PlainKey, Translate } from './messages.ts';

/** Time zone of the office: dates on paper and on every phone read the same. */
export const OFFICE_TIME_ZONE = 'Europe/Berlin';

type Values = Readonly<Record<string, string | number>>;

/** A parsed text, and the names that it says in another form: `{name_declined}`. */
interface Format {
  format: IntlMessageFormat;
  names: readonly { placeholder: string; value: string; form: NameForm }[];
}

const FORMED_NAME = new RegExp(`\\{((\\w+)_(${NAME_FORMS.join('|')}))\\}`, 'gu');
const formats = new WeakMap<Locale, Map<string, Format>>();

/** The translate function for a language and a form of address. Formats are parsed once and kept. */
export function translator(locale: Locale, address: Address): Translate {
  const known = formats.get(locale) ?? new Map<string, Format>();
  formats.set(locale, known);
  return (key: MessageKey, values: Values = {}) => {
    const id = `${address}/${key}`;
    const format = known.get(id) ?? parsed(locale, address, key);
    known.set(id, format);
    return String(format.format.format(format.names.length > 0 ? withForms(values, format, locale) : values));
  };
}

function parsed(locale: Locale, address: Address, key: MessageKey): Format {
  const wording = wordingOf(locale.messages[key], address);
  const names = [...wording.matchAll(FORMED_NAME)].map(([, placeholder = '', value = '', form]) => ({
    placeholder,
    value,
    form: NAME_FORMS.find((one) => one === form) ?? NAME_FORMS[0],
  }));
  return { format: new IntlMessageFormat(wording, locale.rules.tag), names };
}

function withForms(values: Values, { names }: Format, { rules }: Locale): Values {
  const formed = names.map(({ placeholder, value, form }) => [
    placeholder,
    rules.nameForms[form](String(values[value] ?? '')),
  ]);
  return { ...values, ...Object.fromEntries(formed) };
}
