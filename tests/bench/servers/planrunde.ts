import { readConfig } from '#server/config.ts';
import { makeRooms } from '#server/example/rooms.ts';
import { type OpenRoute, routesOf } from '#server/http/allow.ts';
import { startServer } from '#server/start.ts';
import type { SyncLimits } from '#server/sync/limits.ts';
import type { MadeRoom } from '#shared/api/answers.ts';
import { MOST_ROOMS } from '#shared/api/requests.ts';
import { answerParent } from './answer.ts';
import type { BenchRoom, RoomsWish } from './rooms.ts';

/**
 * Planrunde as it is run: real PostgreSQL, guard, durable commits, admitted people. The only seam that
 * is used raises limits of rate, where a load is meant to go beyond what one person can do.
 */

const limits = JSON.parse(process.env['BENCH_LIMITS'] || '{}') as Partial<SyncLimits>;
const running = await startServer(readConfig(process.env), () => {}, { limits });

async function rooms({ meetings, participants }: RoomsWish): Promise<BenchRoom[]> {
  const made: BenchRoom[] = [];
  while (made.length < meetings) {
    const order = { meetings: Math.min(MOST_ROOMS, meetings - made.length), participants, admit: true };
    for (const { planId, places } of await makeRooms(running.planrunde.ctx, order, running.baseUrl)) {
      made.push({
        name: planId,
        places: places.map(({ sync, cookie }) => ({
          url: sync,
          headers: { cookie: cookie ?? '', origin: running.baseUrl },
        })),
      });
    }
  }
  return made;
}

process.on('SIGTERM', () => {
  running.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
/** What the server has routes for, and where. */
function routes(): { url: string; routes: OpenRoute[] } {
  return { url: running.baseUrl, routes: routesOf(running.planrunde.app) };
}

/** Meetings with all that can be asked about them. */
function whole({ meetings }: { meetings: number }): Promise<MadeRoom[]> {
  return makeRooms(running.planrunde.ctx, { meetings, participants: 3, admit: true }, running.baseUrl);
}

answerParent({ rooms, routes, whole });
