import * as z from 'zod/mini';

/** Answers about passkeys; bytes travel as base64url. */

/** One passkey of the own account. */
export const ownPasskey = z.object({
  passkeyId: z.string(),
  name: z.string(),
  madeAt: z.string(),
  /** Null: it never signed in. */
  lastUsedAt: z.nullable(z.string()),
});
export type OwnPasskey = z.infer<typeof ownPasskey>;

export const ownPasskeys = z.object({ passkeys: z.array(ownPasskey) });

/** The question that a device answers when somebody signs in. */
export const passkeyQuestion = z.object({
  challenge: z.string(),
  rpId: z.string(),
  /** After so long the answer comes too late. */
  timeout: z.number(),
});
export type PasskeyQuestion = z.infer<typeof passkeyQuestion>;

/** The same, of a passkey that is to be made. */
export const newPasskeyQuestion = z.extend(passkeyQuestion, {
  rpName: z.string(),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  /** COSE numbers, the best first. */
  algorithms: z.array(z.number()),
  /** The account's own: a device makes no second one. */
  known: z.array(z.string()),
});
export type NewPasskeyQuestion = z.infer<typeof newPasskeyQuestion>;
