import type { closing } from './locales/de/closing.ts';
import type { first } from './locales/de/first.ts';
import type { locale as reference } from './locales/de/index.ts';
import type { meeting } from './locales/de/meeting.ts';
import type { PlaceholdersOf } from './placeholders.ts';
import type { LocaleRules } from './rules.ts';
import type { Text, Wording } from './wording.ts';

type Reference = typeof reference.messages;

/** Every text of the product, by its key. */
export type MessageKey = keyof Reference;

/** One language: its rules, and a wording for every key. */
export interface Locale {
  rules: LocaleRules;
  messages: Readonly<Record<MessageKey, Wording>>;
}

/** How much of a language a page speaks: before the table, in a meeting, at its end, everywhere. Each holds the one before. */
export const EXTENTS = ['first', 'meeting', 'closing', 'all'] as const;
export type Extent = (typeof EXTENTS)[number];

/** A part of a language that pages speak. */
export interface PartOfLocale<Texts> {
  rules: LocaleRules;
  messages: Readonly<Record<keyof Texts, Wording>>;
}

export type FirstLocale = PartOfLocale<typeof first.messages>;
export type MeetingLocale = PartOfLocale<typeof meeting.messages>;
export type ClosingLocale = PartOfLocale<typeof closing.messages>;

/** A language as it is spoken: in a built page its texts come parsed, and the rest after the first ones. */
export interface SpokenLocale {
  rules: LocaleRules;
  messages: Readonly<Partial<Record<MessageKey, Wording<Text>>>>;
}

/** All wordings of a text: one, or one for each form of address. */
type TextsOf<W> = W extends string ? W : W[keyof W] & string;

/** What has to be handed in for a text; where the key may be one of several, what any of them needs. */
export type ValuesOf<Key extends MessageKey> = PlaceholdersOf<TextsOf<Reference[Key]>>;

/** Keys of texts that need no other placeholders than these: what a table of keys may hold. */
export type KeyWith<Name extends string> = {
  [Key in MessageKey]: keyof ValuesOf<Key> extends Name ? Key : never;
}[MessageKey];

/** Keys of texts that need nothing handed in. */
export type PlainKey = KeyWith<never>;

/** Gives the text of a key. */
export type Translate = <Key extends MessageKey>(
  key: Key,
  ...values: keyof ValuesOf<Key> extends never ? [] : [values: ValuesOf<Key>]
) => string;
