import type { Sql } from '../db/sql.ts';
import { type Cause, causeOf } from './causes.ts';

/** What the database said when it was asked last. */
export type DatabaseState = { up: true; readOnly: boolean } | { up: false; cause: Cause };

/** Asks the database whether it is there, at most once at a time. */
export interface DatabaseProbe {
  /** Answers within `DEADLINE_MS`, whatever the database does. */
  look(): Promise<DatabaseState>;
}

/** A database that has not answered by then counts as away. */
const DEADLINE_MS = 1_000;
/** An answer serves everybody who asks within this time: health is open to all. */
const FRESH_MS = 1_000;
/** A question without an answer is given up after this time, so that a dead line is not waited for. */
const GIVE_UP_MS = 10_000;

interface Question {
  answer: Promise<DatabaseState>;
  since: number;
}

/** Asks through the pool that everything else uses, so it waits for a connection as they do. */
export function createProbe(sql: Sql, now: () => number = () => performance.now()): DatabaseProbe {
  let open: Question | null = null;
  let last: { state: DatabaseState; at: number } | null = null;

  const ask = (): Question => {
    const question: Question = { answer: askDatabase(sql), since: now() };
    void question.answer.then((state) => {
      last = { state, at: now() };
      if (open === question) {
        open = null;
      }
    });
    return question;
  };
  return {
    async look() {
      if (last && now() - last.at < FRESH_MS) {
        return last.state;
      }
      if (open && now() - open.since > GIVE_UP_MS) {
        open = null;
      }
      open ??= ask();
      return within(open.answer, DEADLINE_MS - (now() - open.since));
    },
  };
}

async function askDatabase(sql: Sql): Promise<DatabaseState> {
  try {
    const [row] = await sql<{ read_only: string }[]>`
      select current_setting('transaction_read_only') as read_only`;
    return { up: true, readOnly: row?.read_only === 'on' };
  } catch (error) {
    return { up: false, cause: causeOf(error) ?? 'other' };
  }
}

function within(answer: Promise<DatabaseState>, ms: number): Promise<DatabaseState> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ up: false, cause: 'unreachable' }), Math.max(0, ms));
    void answer.then((state) => {
      clearTimeout(timer);
      resolve(state);
    });
  });
}
