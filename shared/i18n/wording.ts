import type { IntlMessageFormat } from 'intl-messageformat';

/** How the product speaks to somebody. The shared screen and every export are neutral. */
export const ADDRESSES = ['du', 'sie', 'neutral'] as const;
export type Address = (typeof ADDRESSES)[number];

/**
 * A text: one wording for all, or one for each form of address.
 * ICU message format for placeholders and plurals.
 */
export type Wording<Said = string> = Said | Readonly<Record<Address, Said>>;

/** A text whose placeholders are found already: pages carry them so, and no parser. */
export type Parsed = ReturnType<IntlMessageFormat['getAst']>;

/** A text as it is written down, or parsed. */
export type Text = string | Parsed;

/** The texts of one area in the language that all others follow. */
export type Area = Readonly<Record<string, Wording>>;

/** The same area in another language: the same keys, none missing and none besides. */
export type Translated<Reference extends Area> = Readonly<Record<keyof Reference, Wording>>;

/** The wording for a form of address. */
export function wordingOf(wording: Wording<Text>, address: Address): Text {
  return isText(wording) ? wording : wording[address];
}

function isText(wording: Wording<Text>): wording is Text {
  return typeof wording === 'string' || Array.isArray(wording);
}

/** Whether a text is more than the words that stand there: what ICU reads as a sign of its own is in it. */
export function hasPlaceholders(text: string): boolean {
  return /[{}<]|''/.test(text);
}
