import type { Sql, Tx } from './sql.ts';

/** Which database this is, which life of it, and how far it has come. */
export interface Generation {
  id: string;
  /** Grows with every restore. */
  number: number;
  /** Grows while people write. */
  mark: number;
  /** It was put in from a backup, and `restored` has not run. */
  isPutIn: boolean;
}

/** Reads it; the first who asks gives the database its id. */
export async function readGeneration(sql: Sql | Tx): Promise<Generation> {
  await sql`update generation set id = gen_random_uuid()::text where id is null`;
  const [row] = await sql<Generation[]>`
    select id, number, mark, is_put_in as "isPutIn" from generation`;
  if (!row) {
    throw new Error('the table generation has lost its row');
  }
  return { ...row, number: Number(row.number), mark: Number(row.mark) };
}
