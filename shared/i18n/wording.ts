/** How the product speaks to somebody. The shared screen and every export are neutral. */
export const ADDRESSES = ['du', 'sie', 'neutral'] as const;
export type Address = (typeof ADDRESSES)[number];

/**
 * A text: one wording for all, or one for each form of address.
 * ICU message format for placeholders and plurals.
 */
export type Wording = string | Readonly<Record<Address, string>>;

/** The texts of one area in the language that all others follow. */
export type Area = Readonly<Record<string, Wording>>;

/** The same area in another language: the same keys, none missing and none besides. */
export type Translated<Reference extends Area> = Readonly<Record<keyof Reference, Wording>>;

/** The wording for a form of address. */
export function wordingOf(wording: Wording, address: Address): string {
  return typeof wording === 'string' ? wording : wording[address];
}
