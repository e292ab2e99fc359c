import * as z from 'zod/mini';

/**
 * Errors of the HTTP API: a closed set. The log gets the code and ids only; the person gets the
 * text `error.<code>` in their language.
 */
export const ERROR_CODES = [
  'bad_request',
  'unauthenticated',
  'forbidden',
  'not_found',
  /** A personal link that opens nothing: unknown, expired, revoked. One answer whatever the reason. */
  'link_invalid',
  /** A one-time address of an account whose time is over. */
  'link_expired',
  /** The same, of one that has done what it was for. */
  'link_used',
  'not_admitted',
  'wrong_state',
  'wrong_version',
  'name_mismatch',
  /** A change of mind after its time. */
  'change_over',
  'decided_often',
  'too_large',
  /** An administrator has no second factor yet. */
  'factor_missing',
  /** Nobody else looks after the accounts. */
  'last_administrator',
  /** They lead a meeting that goes on, and nobody else there could. */
  'leads_meeting',
  /** The password was right, and the account is deactivated. */
  'account_closed',
  'wrong_code',
  /** Between password and code too much time has passed, or too many codes were wrong. */
  'sign_in_over',
  /** A passkey's answer that is not right; which part of it nobody learns. */
  'passkey_refused',
  /** The question to the passkey is too old, or was answered already. */
  'passkey_over',
  /** The page was opened at an address for which no passkeys are made. */
  'passkey_elsewhere',
  /** It is the only second factor of the account. */
  'last_second_factor',
  'rate_limited',
  'foreign_origin',
  'export_unavailable',
  /** It is still being made: asked for again a little later, it is there. */
  'export_pending',
  /** A version that a newer release froze: nothing of it is guessed. */
  'unknown_form',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Body of every answer that is not 2xx. */
export const errorBody = z.object({
  error: z.enum(ERROR_CODES),
  /** What happened and what to do, in the person's language. */
  message: z.string(),
  /** For `bad_request`: which fields, and why. */
  fields: z.optional(z.array(z.object({ field: z.string(), reason: z.string() }))),
});
export type ErrorBody = z.infer<typeof errorBody>;
