import { nothing } from '../answers.ts';
import * as requests from '../requests.ts';
import type { Route } from '../route.ts';
import { versionAnswer } from '../version-answer.ts';

/** From the plan to a version, and what is done with it. */

export const freezeStep = {
  method: 'POST',
  path: '/api/p/:participationId/freeze',
  body: requests.freezeStep,
  answer: nothing,
} as const satisfies Route;

export const reopen = {
  method: 'POST',
  path: '/api/p/:participationId/reopen',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const readVersion = {
  method: 'GET',
  path: '/api/p/:participationId/versions/:versionId',
  body: null,
  answer: versionAnswer,
} as const satisfies Route;

export const signOff = {
  method: 'POST',
  path: '/api/p/:participationId/versions/:versionId/signoff',
  body: requests.signOff,
  answer: nothing,
} as const satisfies Route;

export const seal = {
  method: 'POST',
  path: '/api/p/:participationId/versions/:versionId/seal',
  body: null,
  answer: nothing,
} as const satisfies Route;
