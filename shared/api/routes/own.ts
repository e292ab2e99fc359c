import { nothing } from '../answers.ts';
import * as requests from '../requests.ts';
import type { Route } from '../route.ts';

/** From what only one person sees into the plan, and back. */

export const showOwn = {
  method: 'POST',
  path: '/api/p/:participationId/own/show',
  body: requests.showOwn,
  answer: nothing,
} as const satisfies Route;

export const takeBackOwn = {
  method: 'POST',
  path: '/api/p/:participationId/own/take-back',
  body: requests.takeBackOwn,
  answer: nothing,
} as const satisfies Route;
