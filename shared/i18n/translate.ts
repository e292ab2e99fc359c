import { IntlMessageFormat } from 'intl-messageformat';
import { accessMessages } from './catalogues/access.ts';
import { boardMessages } from './catalogues/board.ts';
import { codeMessages } from './catalogues/codes.ts';
import { errorsMessages } from './catalogues/errors.ts';
import { outlineMessages } from './catalogues/outline.ts';
import { peopleMessages } from './catalogues/people.ts';
import { protocolMessages } from './catalogues/protocol.ts';
import { signingMessages } from './catalogues/signing.ts';
import { startMessages } from './catalogues/start.ts';
import { tableMessages } from './catalogues/table.ts';
import { uiMessages } from './catalogues/ui.ts';
import type { Address, Language } from './language.ts';
import { type Message, wordingOf } from './messages.ts';

/** All texts of the product, by key. */
export const messages = {
  ...uiMessages,
  ...startMessages,
  ...accessMessages,
  ...tableMessages,
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
const formats = new Map<string, IntlMessageFormat>();

/** The translate function for a person's language and form of address. */
export function translator(language: Language, address: Address): Translate {
  return (key, values) => {
    const message: Message = messages[key];
    const id = `${language}/${address}/${key}`;
    let format = formats.get(id);
    if (!format) {
      format = new IntlMessageFormat(wordingOf(message, language, address), LOCALES[language]);
      formats.set(id, format);
    }
    return String(format.format(values));
  };
}

/** The BCP 47 tag used for dates and numbers. */
export function localeOf(language: Language): string {
  return LOCALES[language];
}
