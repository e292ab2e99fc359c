import { type Context, Hono } from 'hono';
import { forAction } from '../http/allow.ts';
import type { AppEnv } from '../http/env.ts';
import type { Health, Problem } from './health.ts';

/** GET /health: whether the server can work, in words. 200 when nothing is wrong, else 503. */
export interface HealthAnswer {
  status: 'ok' | 'failing';
  /** The same for those who read JSON with one eye. */
  ok: boolean;
  database: 'embedded' | 'postgres';
  problems: Problem[];
  /** All sentences: what is wrong, then what is worth knowing. */
  messages: string[];
}

const FOR_TRYING_OUT =
  'The embedded database is for trying out; real data wants a PostgreSQL (DATABASE_URL).';

/** The health page. Whoever asks, however often: the database is asked once a second at most. */
export function healthRoutes(health: Health, database: HealthAnswer['database']): Hono<AppEnv> {
  return new Hono<AppEnv>().get(
    '/',
    forAction('seeHealth', async (c: Context<AppEnv>) => {
      const problems = await health.problems();
      const ok = problems.length === 0;
      const messages = problems.map(({ message }) => message);
      if (database === 'embedded') {
        messages.push(FOR_TRYING_OUT);
      }
      c.header('Cache-Control', 'no-store');
      const answer: HealthAnswer = { status: ok ? 'ok' : 'failing', ok, database, problems, messages };
      return c.json(answer, ok ? 200 : 503);
    }),
  );
}
