import type { Check } from '../generator/check.ts';
import type { JoinFigures } from '../generator/documents.ts';
import type { JoinLoad } from '../loads.ts';
import { type AnyServer, RAISED } from '../servers/roster.ts';
import { problemsOf } from './figures.ts';
import { profiled } from './profile.ts';
import { openSession } from './session.ts';
import { type Outcome, pause } from './steady.ts';

const WRITTEN_WITHIN_MS = 120_000;
const JOINED_WITHIN_MS = 180_000;
const SETTLES_MS = 2_000;

/** People join a document with a history; what counts is the time of the server for all of them. */
export async function measureJoins(
  name: AnyServer,
  load: JoinLoad,
  profileFile: string | null,
): Promise<Outcome> {
  // One place more: whoever joins first finds nothing prepared, on any server, and is not counted.
  const people = load.writers + 1 + load.joins;
  const session = await openSession({ name, limits: RAISED, rooms: 1, people });
  const join = (from: number, count: number): Promise<JoinFigures> =>
    session.generator.ask('join', { from, count, atOnce: load.atOnce }, JOINED_WITHIN_MS);
  try {
    await session.open(load.writers);
    await session.generator.ask('write', { edits: load.edits, chars: load.chars }, WRITTEN_WITHIN_MS);
    const check = await session.generator.ask<Check>(
      'stop',
      { withinMs: WRITTEN_WITHIN_MS, cursors: false },
      WRITTEN_WITHIN_MS + 10_000,
    );
    await join(load.writers, 1);
    await pause(SETTLES_MS);
    return await profiled(session.server.child, profileFile, async () => {
      const cpuBefore = session.cpu();
      const joined = await join(load.writers + 1, load.joins);
      const cpu = session.cpu() - cpuBefore;
      return outcomeOf(joined, cpu, check);
    });
  } finally {
    await session.close();
  }
}

function outcomeOf(joined: JoinFigures, cpu: number, check: Check): Outcome {
  const failed = joined.failures.length;
  return {
    figures: {
      cpuMs: cpu,
      cpuMsEach: joined.joined > 0 ? cpu / joined.joined : null,
      joined: joined.joined,
      ms: joined.ms,
      joinP50: joined.p50,
      joinP99: joined.p99,
      mbEach: joined.joined > 0 ? joined.bytes / joined.joined / 1_048_576 : null,
    },
    problems: [
      ...problemsOf(check),
      ...(failed > 0 ? [`${failed} joins failed (${joined.failures[0]})`] : []),
    ],
  };
}
