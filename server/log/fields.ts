import type { CloseName } from '#shared/wire/close.ts';

/**
 * Everything that a line of the log may hold beside its event. There is no field for text: what people
 * write, what they are called and what opens a door for them has no name here, so it cannot be logged.
 */
export interface LogFields {
  /** Of one HTTP request; the answer carries it as `X-Request-Id`. */
  requestId: string;
  meetingId: string;
  documentId: string;
  participationId: string;
  deviceId: string;
  method: string;
  /** The pattern, such as `/api/p/:participationId/phase`; never the path that was asked for. */
  route: string;
  status: number;
  ms: number;
  count: number;
  database: 'embedded' | 'postgres';
  close: CloseName;
  /** What was thrown. Its name, its code and where in the server it came from are written; no message. */
  error: unknown;
}

export type LogField = keyof LogFields;

/** What is written where a value is not of its field's shape. */
const REMOVED = '[removed]';

/** The second wall, behind the types: how a value must look. */
const SHAPES: Record<LogField, (value: unknown) => unknown> = {
  requestId: id,
  meetingId: id,
  documentId: id,
  participationId: id,
  deviceId: id,
  method: matching(/^[A-Z]{3,7}$/),
  route: matching(/^[\w/:*.-]{1,100}$/),
  status: number,
  ms: number,
  count: number,
  database: matching(/^(embedded|postgres)$/),
  close: matching(/^[a-z_]{1,30}$/),
  error: describeError,
};

/** The value as it may be written. */
export function shaped(field: LogField, value: unknown): unknown {
  return SHAPES[field](value);
}

function matching(shape: RegExp): (value: unknown) => unknown {
  return (value) => (typeof value === 'string' && shape.test(value) ? value : REMOVED);
}

/** Ids are made by the server: a UUID, nothing that a person would write. */
function id(value: unknown): unknown {
  return typeof value === 'string' && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value)
    ? value
    : REMOVED;
}

function number(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value) : REMOVED;
}

/** How an error is written. */
export interface DescribedError {
  name: string;
  /** SQLSTATE, a system code, one of our own. */
  code?: string;
  /** The first place in the server's own files. */
  at?: string;
}

/** What kind of trouble and where. An error's message may hold what a person wrote, or an address with a password. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) {
    return { name: 'unknown' };
  }
  const code = 'code' in error ? String(error.code) : '';
  const at = placeOf(error);
  return {
    name: /^[A-Z]\w{0,40}$/i.test(error.name) ? error.name : 'Error',
    ...(/^[\w-]{1,40}$/.test(code) ? { code } : {}),
    ...(at ? { at } : {}),
  };
}

/** A file of the server's and its line; the message, which stands before the places, is cut away first. */
function placeOf({ stack = '', message }: Error): string | undefined {
  const places = stack.slice(stack.indexOf(message) + message.length);
  return /^\s+at .*\/(server\/[\w/-]+\.ts:\d+)/m.exec(places)?.[1];
}
