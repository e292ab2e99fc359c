import { nextMeetingAnswer, nothing } from '../answers.ts';
import * as requests from '../requests.ts';
import type { Route } from '../route.ts';

/** How a meeting is led. */

export const movePhase = {
  method: 'POST',
  path: '/api/p/:participationId/phase',
  body: requests.movePhase,
  answer: nothing,
} as const satisfies Route;

export const extendPhase = {
  method: 'POST',
  path: '/api/p/:participationId/phase/extend',
  body: requests.extendPhase,
  answer: nothing,
} as const satisfies Route;

export const giveTurn = {
  method: 'POST',
  path: '/api/p/:participationId/turn',
  body: requests.giveTurn,
  answer: nothing,
} as const satisfies Route;

export const noteAttendance = {
  method: 'POST',
  path: '/api/p/:participationId/attendance',
  body: requests.noteAttendance,
  answer: nothing,
} as const satisfies Route;

export const makeNextMeeting = {
  method: 'POST',
  path: '/api/p/:participationId/next-meeting',
  body: requests.makeNextMeeting,
  answer: nextMeetingAnswer,
} as const satisfies Route;
