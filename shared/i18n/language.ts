/** Languages of the product. Danish follows with the Danish plans. */
export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How the product speaks to somebody. The shared screen and every export are neutral. */
export const ADDRESSES = ['du', 'sie', 'neutral'] as const;
export type Address = (typeof ADDRESSES)[number];
