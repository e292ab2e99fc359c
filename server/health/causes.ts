/** What an error says about the database as a whole. */
export type Cause = 'unreachable' | 'out_of_connections' | 'read_only' | 'disk_full' | 'other';

const BY_CODE: Readonly<Record<string, Cause>> = {
  '25006': 'read_only',
  '53100': 'disk_full',
  '53300': 'out_of_connections',
};

/** Classes of SQLSTATE that are about one statement or its data, never about the database. */
const ABOUT_ONE_STATEMENT: ReadonlySet<string> = new Set(['21', '22', '23', '40']);

/** No connection, or one that broke: SQLSTATE classes 08 and 57P, the driver's names, the system's. */
const NO_CONNECTION = /^(08...|57P0\d|CONNECT_\w+|CONNECTION_\w+|E[A-Z_]+)$/;

/** Reads the code of an error; null where it tells of one statement only. */
export function causeOf(error: unknown): Cause | null {
  const { code } = error as { code?: unknown };
  if (typeof code !== 'string') {
    return 'other';
  }
  const known = BY_CODE[code];
  if (known) {
    return known;
  }
  if (NO_CONNECTION.test(code)) {
    return 'unreachable';
  }
  return code.length === 5 && ABOUT_ONE_STATEMENT.has(code.slice(0, 2)) ? null : 'other';
}
