import { enterAnswer, homeAnswer } from '../answers.ts';
import { enterMeeting as enterBody } from '../requests.ts';
import type { Route } from '../route.ts';

/** What somebody with an account sees before they sit at a table. */

export const loadHome = {
  method: 'GET',
  path: '/api/staff/home',
  body: null,
  answer: homeAnswer,
} as const satisfies Route;

export const enterMeeting = {
  method: 'POST',
  path: '/api/staff/meetings/:meetingId/enter',
  body: enterBody,
  answer: enterAnswer,
} as const satisfies Route;
