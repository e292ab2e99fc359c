import { StartError } from '../config.ts';
import { type Generation, readGeneration } from '../db/generation.ts';
import type { Sql } from '../db/sql.ts';
import { type Keep, openKeep } from './keep.ts';

/** What is known of a database before it serves anybody. */
export interface KnownDatabase {
  generation: Generation;
  keep: Keep;
}

/** Reads which database it is, and opens what is kept beside it. */
export async function knowDatabase(sql: Sql, keepDir: string): Promise<KnownDatabase> {
  const generation = await readGeneration(sql);
  return { generation, keep: openKeep(keepDir, generation.id) };
}

/** Throws `StartError` where an older dump was put in the place of what this server has seen. */
export function refuseWentBack({ generation, keep }: KnownDatabase): void {
  const seen = keep.mark();
  if (generation.isPutIn) {
    throw new StartError(`This database was put in from a backup. ${RUN}`);
  }
  if (seen && isBehind(generation, seen)) {
    throw new StartError(
      `This database holds less than it did (generation ${generation.number}, mark ${generation.mark}; seen were ${seen.generation} and ${seen.mark}): an older backup was put in. ${RUN}`,
    );
  }
}

const RUN =
  'Run "npm run restored" once, which ends links and devices and says what to do; then start again.';

function isBehind(now: Generation, seen: { generation: number; mark: number }): boolean {
  return now.number < seen.generation || (now.number === seen.generation && now.mark < seen.mark);
}
