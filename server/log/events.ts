import type { LogField } from './fields.ts';

/** From what wakes somebody up to what only a search for a fault needs. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface EventRow {
  level: LogLevel;
  fields: readonly LogField[];
}

const REQUEST = ['requestId', 'method', 'route', 'meetingId', 'participationId'] as const;

/**
 * Every line that the server can write, its level and what it may carry. A new event is a new row, and a
 * row of the table in docs/operating.md.
 */
export const EVENTS = {
  'server.listening': { level: 'info', fields: ['database', 'ms'] },
  'server.closing': { level: 'info', fields: [] },
  'server.closed': { level: 'info', fields: ['ms'] },
  'server.cut_off': { level: 'error', fields: ['ms'] },
  'mark.not_kept': { level: 'error', fields: ['error'] },
  'server.not_alone': { level: 'fatal', fields: [] },
  'server.crashed': { level: 'fatal', fields: ['error'] },
  'library.complained': { level: 'warn', fields: ['error'] },
  'request.answered': { level: 'debug', fields: [...REQUEST, 'status', 'ms'] },
  'request.failed': { level: 'error', fields: [...REQUEST, 'error'] },
  'accounts.failed': { level: 'error', fields: ['error'] },
  'socket.opened': {
    level: 'debug',
    fields: ['requestId', 'meetingId', 'participationId', 'deviceId', 'documentId'],
  },
  'socket.closed': {
    level: 'debug',
    fields: ['requestId', 'meetingId', 'participationId', 'deviceId', 'documentId', 'ms'],
  },
  'socket.refused': { level: 'debug', fields: ['requestId', 'close'] },
  'socket.failed': { level: 'error', fields: ['requestId', 'error'] },
  'right.not_read': { level: 'error', fields: ['participationId', 'deviceId', 'documentId', 'error'] },
  'rights.not_rechecked': { level: 'error', fields: ['error'] },
  'views.sent': { level: 'trace', fields: ['meetingId', 'count', 'ms'] },
  'views.not_sent': { level: 'error', fields: ['meetingId', 'error'] },
  'document.failed': { level: 'error', fields: ['documentId', 'error'] },
  'document.log_kept': { level: 'error', fields: ['documentId', 'error'] },
  'freeze.written': { level: 'info', fields: ['documentId', 'meetingId', 'ms'] },
  'freeze.failed': { level: 'error', fields: ['documentId', 'meetingId', 'error'] },
  'metrics.failed': { level: 'error', fields: ['error'] },
} as const satisfies Record<string, EventRow>;

export type EventName = keyof typeof EVENTS;
