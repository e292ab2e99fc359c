import type { Sql } from '../db/sql.ts';
import type { KnownDatabase } from './went-back.ts';

const EVERY_MS = 1_000;
/** A server that ends waits so long for the last mark; a database that is away keeps it from nothing. */
const CLOSE_MS = 1_000;

/** Notes how far the database comes, once a second while anything is written into it. */
export interface MarkFollower {
  /** The last time. */
  close(): Promise<void>;
}

/** @param onTrouble the file could not be written; where the database is away there is nothing to note */
export async function followMark(
  sql: Sql,
  known: KnownDatabase,
  onTrouble: (error: unknown) => void,
): Promise<MarkFollower> {
  let written = '';
  const look = async (): Promise<void> => {
    const last = await lastTransaction(sql);
    if (last !== written) {
      await raiseMark(sql, known);
      written = await lastTransaction(sql);
    }
  };
  await look();
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    // A database that is silent is asked once, not once a second.
    running ??= look()
      .catch((error: unknown) => {
        if (isOfFile(error)) {
          onTrouble(error);
        }
      })
      .finally(() => {
        running = null;
      });
  }, EVERY_MS);
  return {
    async close() {
      clearInterval(timer);
      const last = (running ?? Promise.resolve()).then(look).catch(() => undefined);
      await Promise.race([last, new Promise((resolve) => setTimeout(resolve, CLOSE_MS).unref())]);
    },
  };
}

/** Raises the mark, in the database first: a crash in between leaves it ahead of the file, never behind. */
export async function raiseMark(sql: Sql, { keep }: KnownDatabase): Promise<void> {
  const [row] = await sql<{ number: number; mark: number }[]>`
    update generation set mark = mark + 1 returning number, mark`;
  if (row) {
    keep.keepMark({ generation: Number(row.number), mark: Number(row.mark) });
  }
}

/** Changes when anything was written. */
async function lastTransaction(sql: Sql): Promise<string> {
  const [row] = await sql<{ last: string }[]>`select pg_snapshot_xmax(pg_current_snapshot())::text as last`;
  return row?.last ?? '';
}

function isOfFile(error: unknown): boolean {
  return typeof (error as { syscall?: unknown }).syscall === 'string' && 'path' in (error as object);
}
