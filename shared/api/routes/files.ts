import type { Route } from '../route.ts';

/** Files to take along. */

export const protocolJson = {
  method: 'GET',
  path: '/api/p/:participationId/versions/:versionId/protocol.json',
  body: null,
  answer: null,
} as const satisfies Route;

export const protocolPdf = {
  method: 'GET',
  path: '/api/p/:participationId/versions/:versionId/protocol.pdf',
  body: null,
  answer: null,
} as const satisfies Route;
