import { CONNECTING_AT_ONCE, type Crowd } from './crowd.ts';
import { Histogram } from './histogram.ts';
import { writeParagraphs } from './paragraphs.ts';
import type { RoomTally } from './tally.ts';
import { eachOf, pause, until } from './waiting.ts';

/** After so many rounds of all writers the sockets get time to breathe. */
const ROUNDS_AT_ONCE = 20;

/** How long joining took, in ms. */
export interface JoinFigures {
  ms: number;
  p50: number | null;
  p99: number | null;
  joined: number;
  bytes: number;
  failures: string[];
}

/** The people of the first room write a document of so many edits. */
export async function write(crowd: Crowd, { edits, chars }: { edits: number; chars: number }): Promise<void> {
  const clients = crowd.inRoom(0);
  const each = Math.ceil(edits / clients.length);
  const texts = clients.map((_, seat) => writeParagraphs(crowd.idOf(0, seat), seat, each, chars));
  for (let index = 0; index < each; index++) {
    for (const [seat, client] of clients.entries()) {
      const update = texts[seat]?.[index];
      if (update) {
        client.write(update.bytes, update.clocks, performance.now());
      }
    }
    if (index % ROUNDS_AT_ONCE === 0) {
      await pause(1);
    }
  }
}

/** People join the first room from seat `from` on, so many at a time, and wait until all of it is there. */
export async function join(
  crowd: Crowd,
  { from, count, atOnce }: { from: number; count: number; atOnce: number },
): Promise<JoinFigures> {
  const times = new Histogram();
  const failures: string[] = [];
  const room = crowd.rooms[0] as RoomTally;
  const written = room.sentInAll();
  crowd.all.clear();
  const began = performance.now();
  const seats = Array.from({ length: count }, (_, index) => from + index);
  await eachOf(seats, atOnce, async (seat) => {
    const start = performance.now();
    try {
      const client = await crowd.seat(0, seat, true);
      await until(client, () => room.gotBy(seat) >= written, 'the document did not come whole');
      times.add(performance.now() - start);
    } catch (error) {
      failures.push((error as Error).message);
    }
  });
  const { bytes } = crowd.all.counts;
  const ms = performance.now() - began;
  return { ms, p50: times.quantile(0.5), p99: times.quantile(0.99), joined: times.count, bytes, failures };
}

/** Somebody comes to each room and writes paragraphs until the server has them all. */
export async function visit(crowd: Crowd, { edits, chars }: { edits: number; chars: number }): Promise<void> {
  await eachOf([...crowd.rooms.keys()], CONNECTING_AT_ONCE, async (room) => {
    const client = await crowd.seat(room, 0);
    await until(client, () => client.plan !== null, 'nobody answered the question for the plan');
    client.plan = null;
    for (const update of writeParagraphs(crowd.idOf(room, 0), 0, edits, chars)) {
      client.write(update.bytes, update.clocks, performance.now());
    }
    await until(client, () => client.isSettled, 'the edits were not taken');
  });
}
