import { Hono } from 'hono';
import type { Sql } from '../../db/sql.ts';
import type { AppEnv } from '../env.ts';

/** GET /health: whether the server can work, in words. */
export interface HealthAnswer {
  ok: boolean;
  database: 'embedded' | 'postgres';
  messages: string[];
}

/** The health page asks the database each time. */
export function healthRoutes(sql: Sql, database: HealthAnswer['database']): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/', async (c) => {
    const messages =
      database === 'embedded'
        ? ['The embedded database is for trying out; real data wants a PostgreSQL (DATABASE_URL).']
        : [];
    try {
      await sql`select 1`;
      return c.json({ ok: true, database, messages } satisfies HealthAnswer);
    } catch {
      const trouble = 'The database does not answer: nothing can be saved until it is back.';
      return c.json({ ok: false, database, messages: [trouble, ...messages] } satisfies HealthAnswer, 503);
    }
  });
}
