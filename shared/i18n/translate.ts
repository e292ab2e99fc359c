import { IntlMessageFormat } from 'intl-messageformat';
import { accessMessages } from './catalogues/access.ts';
import { boardMessages } from './catalogues/board.ts';
import { codeMessages } from './catalogues/codes.ts';
import { errorsMessages } from './catalogues/errors.ts';
import { outlineMessages } from './catalogues/outline.ts';
import { papersMessages } from './catalogues/papers.ts';
import { peopleMessages } from './catalogues/people.ts';
import { phoneMessages } from './catalogues/phone.ts';
import { protocolMessages } from './catalogues/protocol.ts';
import { signingMessages } from './catalogues/signing.ts';
import { startMessages } from './catalogues/start.ts';
import { tableMessages } from './catalogues/table.ts';
import { uiMessages } from './catalogues/ui.ts';
import { declined } from './german.ts';
import type { Address, Language } from './language.ts';
import { type Message, wordingOf } from './messages.ts';

/** All texts of the product, by key. */
export const messages = {
  ...uiMessages,
  ...startMessages,
  ...accessMessages,
  ...tableMessages,
  ...papersMessages,
  ...phoneMessages,
  ...peopleMessages,
  ...outlineMessages,
  ...boardMessages,
  ...signingMessages,
  ...protocolMessages,
  ...errorsMessages,
  ...codeMessages,
};

export type MessageKey = keyof typeof messages;
export type MessageValues = Record<string, string | number | Date>;

/** Gives the text of a key. Formats are parsed once and kept. */
export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** Time zone of the office: dates on paper and on every phone read the same. */
export const OFFICE_TIME_ZONE = 'Europe/Berlin';

const LOCALES: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const formats = new Map<string, Format>();

/** A parsed text, and whether it names somebody other than as its subject: "mit {name_declined}". */
interface Format {
  format: IntlMessageFormat;
  declines: boolean;
}

/** Beside each name, as `<key>_declined`, how a sentence says it after "mit", "von" or as its object. */
function withDeclined(values: MessageValues, language: Language): MessageValues {
  const names = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${key}_declined`, declined(value, language)] as const] : [],
  );
  return { ...values, ...Object.fromEntries(names) };
}

/** The translate function for a person's language and form of address. */
export function translator(language: Language, address: Address): Translate {
  return (key, values) => {
    const message: Message = messages[key];
    const id = `${language}/${address}/${key}`;
    let known = formats.get(id);
    if (!known) {
      const wording = wordingOf(message, language, address);
      const format = new IntlMessageFormat(wording, LOCALES[language]);
      known = { format, declines: wording.includes('_declined') };
      formats.set(id, known);
    }
    return String(known.format.format(known.declines && values ? withDeclined(values, language) : values));
  };
}

/** The BCP 47 tag used for dates and numbers. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}
