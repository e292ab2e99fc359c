import type { IdleLoad } from '../loads.ts';
import { type AnyServer, RAISED } from '../servers/roster.ts';
import { type MemoryFigures, openSession } from './session.ts';
import { type Outcome, pause } from './steady.ts';

const VISITED_WITHIN_MS = 600_000;

/** A client comes to each document, writes and stays; then all leave. Memory is read in between. */
export async function measureIdle(name: AnyServer, load: IdleLoad): Promise<Outcome> {
  const session = await openSession({ name, limits: RAISED, rooms: load.documents, people: 1 });
  try {
    await session.open(0);
    const empty = await session.memory();
    await session.generator.ask('visit', { edits: load.edits, chars: load.chars }, VISITED_WITHIN_MS);
    const open = await session.memory();
    await session.generator.ask('leave');
    await pause(load.afterMs);
    const left = await session.memory();
    return {
      figures: { ...named('empty', empty), ...named('open', open), ...named('left', left) },
      problems: [],
    };
  } finally {
    await session.close();
  }
}

function named(when: string, { rss, pss, heap }: MemoryFigures): Record<string, number> {
  return { [`${when}Rss`]: rss, [`${when}Pss`]: pss, [`${when}Heap`]: heap };
}
