import type postgres from 'postgres';
import { TEXT_ARRAYS } from './text-arrays.ts';

/** The only way to the database in all of the server's code. */
export type Sql = postgres.Sql;
/** The same inside a transaction. Inside one, use nothing else: the embedded database has one connection. */
export type Tx = postgres.TransactionSql;

/** Values that a bigint column may take without losing digits are plain numbers here. */
export const POSTGRES_TYPES = {
  bigint: {
    to: 20,
    from: [20],
    serialize: (value: number): string => String(value),
    parse: (value: string): number => Number(value),
  },
  /** A `date` stays YYYY-MM-DD: a day has no time zone. */
  day: {
    to: 1082,
    from: [1082],
    serialize: (value: string): string => value,
    parse: (value: string): string => value,
  },
  texts: TEXT_ARRAYS,
};

/** The driver's type carries our parsers; the rest of the code has no use for that. */
export function asSql(sql: postgres.Sql<{ bigint: number; day: string; texts: (string | null)[] }>): Sql {
  return sql as unknown as Sql;
}
