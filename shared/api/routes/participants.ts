import { linkAnswer, nothing } from '../answers.ts';
import * as requests from '../requests.ts';
import type { Route } from '../route.ts';

/** What a participation says of itself, and what who leads does about others. */

export const confirmIdentity = {
  method: 'POST',
  path: '/api/p/:participationId/confirm',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const notMe = {
  method: 'POST',
  path: '/api/p/:participationId/not-me',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const leave = {
  method: 'POST',
  path: '/api/p/:participationId/leave',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const changeSettings = {
  method: 'POST',
  path: '/api/p/:participationId/settings',
  body: requests.changeSettings,
  answer: nothing,
} as const satisfies Route;

export const decideAdmission = {
  method: 'POST',
  path: '/api/p/:participationId/admissions/:deviceId',
  body: requests.decideAdmission,
  answer: nothing,
} as const satisfies Route;

export const createLink = {
  method: 'POST',
  path: '/api/p/:participationId/people/:other/link',
  body: null,
  answer: linkAnswer,
} as const satisfies Route;

export const revokeLinks = {
  method: 'POST',
  path: '/api/p/:participationId/people/:other/revoke',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const removeParticipant = {
  method: 'POST',
  path: '/api/p/:participationId/people/:other/remove',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const restoreParticipant = {
  method: 'POST',
  path: '/api/p/:participationId/people/:other/restore',
  body: null,
  answer: nothing,
} as const satisfies Route;
