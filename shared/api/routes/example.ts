import { demoAnswer, madeRooms, nothing } from '../answers.ts';
import * as requests from '../requests.ts';
import type { Route } from '../route.ts';

/** The example case: the newcomer's page, and what `npm run demo` asks of a running server. */

export const showExample = {
  method: 'GET',
  path: '/api/demo',
  body: null,
  answer: demoAnswer,
} as const satisfies Route;

export const signInToExample = {
  method: 'POST',
  path: '/api/demo/sign-in',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const resetExample = {
  method: 'POST',
  path: '/api/demo/reset',
  body: null,
  answer: nothing,
} as const satisfies Route;

export const freshLinks = {
  method: 'POST',
  path: '/api/demo/links',
  body: requests.freshLinks,
  answer: demoAnswer,
} as const satisfies Route;

export const makeRooms = {
  method: 'POST',
  path: '/api/demo/rooms',
  body: requests.makeRooms,
  answer: madeRooms,
} as const satisfies Route;
