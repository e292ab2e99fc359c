import * as z from 'zod/mini';
import { passwordAgain, recoveryCode, totpCode } from '../account-bodies.ts';
import { nothing } from '../answers.ts';
import type { Route } from '../route.ts';

/**
 * What pages ask of the accounts' library, whose answers hold more than is read here. Its routes are
 * below a path of their own and not in the table of ours.
 */

/** Begins a second factor; it counts once its first code was right. */
export const beginSecondFactor = {
  method: 'POST',
  path: '/api/auth/two-factor/enable',
  body: passwordAgain,
  answer: z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) }),
} as const satisfies Route;

/** The code of the app: signs in after the password, or ends the setting up. */
export const giveCode = {
  method: 'POST',
  path: '/api/auth/two-factor/verify-totp',
  body: totpCode,
  answer: nothing,
} as const satisfies Route;

/** One of the printed codes in its place. */
export const giveRecoveryCode = {
  method: 'POST',
  path: '/api/auth/two-factor/verify-backup-code',
  body: recoveryCode,
  answer: nothing,
} as const satisfies Route;

/** New codes to print; those of before open nothing any more. */
export const renewRecoveryCodes = {
  method: 'POST',
  path: '/api/auth/two-factor/generate-backup-codes',
  body: passwordAgain,
  answer: z.object({ backupCodes: z.array(z.string()) }),
} as const satisfies Route;

/** Takes the second factor away. */
export const endSecondFactor = {
  method: 'POST',
  path: '/api/auth/two-factor/disable',
  body: passwordAgain,
  answer: nothing,
} as const satisfies Route;
