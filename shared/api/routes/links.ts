import { exchangeAnswer } from '../answers.ts';
import { exchangeLink as exchangeBody } from '../requests.ts';
import type { Route } from '../route.ts';

/** A personal link becomes a device: its cookie comes beside the answer. */
export const exchangeLink = {
  method: 'POST',
  path: '/api/links/exchange',
  body: exchangeBody,
  answer: exchangeAnswer,
} as const satisfies Route;
