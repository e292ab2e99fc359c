import * as answers from '../account-answers.ts';
import * as bodies from '../account-bodies.ts';
import { nothing } from '../answers.ts';
import type { Route } from '../route.ts';

/** Accounts of the office, beside signing in and out. */

export const lookAtSetup = {
  method: 'POST',
  path: '/api/setup/look',
  body: bodies.lookAtLink,
  answer: answers.officeAnswer,
} as const satisfies Route;

export const setUp = {
  method: 'POST',
  path: '/api/setup',
  body: bodies.setUpBody,
  answer: nothing,
} as const satisfies Route;

export const makeSetupAddress = {
  method: 'POST',
  path: '/api/commands/setup',
  body: null,
  answer: answers.oneTimeAddress,
} as const satisfies Route;

export const makeResetAddress = {
  method: 'POST',
  path: '/api/commands/reset',
  body: bodies.resetBody,
  answer: answers.oneTimeAddress,
} as const satisfies Route;

export const loadAccount = {
  method: 'GET',
  path: '/api/account',
  body: null,
  answer: answers.ownAccount,
} as const satisfies Route;

export const loadOffice = {
  method: 'GET',
  path: '/api/office',
  body: null,
  answer: answers.officeAnswer,
} as const satisfies Route;

export const changeOffice = {
  method: 'POST',
  path: '/api/office',
  body: bodies.officeBody,
  answer: nothing,
} as const satisfies Route;

export const lookAtAccountLink = {
  method: 'POST',
  path: '/api/account-link/look',
  body: bodies.lookAtLink,
  answer: answers.accountLinkAnswer,
} as const satisfies Route;

export const enterAccount = {
  method: 'POST',
  path: '/api/account-link',
  body: bodies.enterAccountBody,
  answer: nothing,
} as const satisfies Route;

export const loadPeople = {
  method: 'GET',
  path: '/api/office/people',
  body: null,
  answer: answers.staffPeople,
} as const satisfies Route;

export const invite = {
  method: 'POST',
  path: '/api/office/people',
  body: bodies.inviteBody,
  answer: answers.oneTimeAddress,
} as const satisfies Route;

export const changeRole = {
  method: 'POST',
  path: '/api/office/people/:accountId/role',
  body: bodies.changeRoleBody,
  answer: nothing,
} as const satisfies Route;

/** A new invitation for who has not come yet, else a way to set password and second factor anew. */
export const makeAccountLink = {
  method: 'POST',
  path: '/api/office/people/:accountId/link',
  body: null,
  answer: answers.oneTimeAddress,
} as const satisfies Route;

export const deactivate = {
  method: 'POST',
  path: '/api/office/people/:accountId/deactivate',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const reactivate = {
  method: 'POST',
  path: '/api/office/people/:accountId/reactivate',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const changePassword = {
  method: 'POST',
  path: '/api/account/password',
  body: bodies.changePasswordBody,
  answer: nothing,
} as const satisfies Route;

export const loadSessions = {
  method: 'GET',
  path: '/api/account/sessions',
  body: null,
  answer: answers.ownSessions,
} as const satisfies Route;

export const endSession = {
  method: 'POST',
  path: '/api/account/sessions/:sessionId/end',
  body: null,
  answer: nothing,
} as const satisfies Route;

/** Everywhere but here. */
export const endOtherSessions = {
  method: 'POST',
  path: '/api/account/sessions/end',
  body: null,
  answer: nothing,
} as const satisfies Route;
