import type { Address, Language } from './language.ts';

/**
 * A text in one language: one wording for all, or one for each form of address.
 * ICU message format for placeholders and plurals.
 */
export type Wording = string | Record<Address, string>;

/** A text in every language. A missing language or form of address fails the type check. */
export type Message = Record<Language, Wording>;

/** Declares a catalogue of one area; keys keep their literal types, so a wrong key fails the build. */
export function catalogue<const T extends Record<string, Message>>(messages: T): T {
  return messages;
}

/** The wording for a language and a form of address. */
export function wordingOf(message: Message, language: Language, address: Address): string {
  const wording = message[language];
  return typeof wording === 'string' ? wording : wording[address];
}
