import { passwordAgain } from '../account-bodies.ts';
import { nothing } from '../answers.ts';
import * as answers from '../passkey-answers.ts';
import * as bodies from '../passkey-bodies.ts';
import type { Route } from '../route.ts';

/** Passkeys: signing in with one, and those of the own account. */

export const beginPasskeySignIn = {
  method: 'POST',
  path: '/api/passkeys/sign-in/begin',
  body: null,
  answer: answers.passkeyQuestion,
} as const satisfies Route;

export const signInByPasskey = {
  method: 'POST',
  path: '/api/passkeys/sign-in',
  body: bodies.passkeySignInBody,
  answer: nothing,
} as const satisfies Route;

export const loadPasskeys = {
  method: 'GET',
  path: '/api/account/passkeys',
  body: null,
  answer: answers.ownPasskeys,
} as const satisfies Route;

/** The password once more, and a question for the device that shall hold the passkey. */
export const beginPasskey = {
  method: 'POST',
  path: '/api/account/passkeys/begin',
  body: passwordAgain,
  answer: answers.newPasskeyQuestion,
} as const satisfies Route;

export const addPasskey = {
  method: 'POST',
  path: '/api/account/passkeys',
  body: bodies.addPasskeyBody,
  answer: nothing,
} as const satisfies Route;

export const renamePasskey = {
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/name',
  body: bodies.renamePasskeyBody,
  answer: nothing,
} as const satisfies Route;

export const removePasskey = {
  method: 'POST',
  path: '/api/account/passkeys/:passkeyId/remove',
  body: passwordAgain,
  answer: nothing,
} as const satisfies Route;
