/**
 * What a person says to a frozen version. The first four are offered in this order, at the same
 * size, to everybody; none blocks sealing (domain: signatureStatus).
 */
export const DECISIONS = ['einverstanden', 'mit_anmerkung', 'nicht_einverstanden', 'bedenkzeit'] as const;
export type Decision = (typeof DECISIONS)[number];

/** How it was confirmed: the name was typed, or a button was held (or pressed twice). */
export const SIGNOFF_METHODS = ['name_getippt', 'bestaetigt'] as const;
export type SignoffMethod = (typeof SIGNOFF_METHODS)[number];

/** Longest own sentence beside a decision, in characters. */
export const REMARK_CHARS = 2000;
