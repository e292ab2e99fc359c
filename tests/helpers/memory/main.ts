import { setImmediate } from 'node:timers/promises';
import { participant, until } from '../sync-server.ts';
import { IDLE_PLANS, type MemoryHouse, openMemoryHouse, PLAN } from './house.ts';
import { type DeafReader, QuietSocket, visit, visitWithoutNetwork, writeToDeafReader } from './visits.ts';

/**
 * A process of its own that lets people come and go and says, as one line of JSON, what is left.
 * Run with `--expose-gc`. With the argument `leak` it keeps each socket in a set, on purpose.
 */

/** Only people who come and go, and fewer: for a run that must fail. */
const IS_SHORT = process.argv.includes('short');
/** Joins over real sockets, and joins without a network. */
const [REAL, WITHOUT_NETWORK] = IS_SHORT ? [100, 2_000] : [1_000, 9_000];

export interface MemoryReport {
  joins: number;
  /** Bytes in use after a collection, after warming up and at the end. */
  base: number;
  end: number;
  /** Sockets that something still holds. */
  heldSockets: number;
  /** As the hub counts them; one person stays at the table. */
  rooms: number;
  sockets: number;
  /** Timers of the hub at the end, compared with after warming up; and after closing it. */
  timersGrown: number;
  timersAfterClose: number;
  /** Handles and requests of the process after closing everything that were not there before. */
  resources: string[];
  troubles: number;
  /** Null in a short run. */
  deaf: DeafReader | null;
}

/** Does `task` for each number, so many at a time. */
async function inGroups<T>(count: number, size: number, task: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let start = 0; start < count; start += size) {
    const group = Array.from({ length: Math.min(size, count - start) }, (_, index) => task(start + index));
    results.push(...(await Promise.all(group)));
  }
  return results;
}

/** Everything once: joins of both kinds, idle plans, a reader that does not read. */
async function live(
  house: MemoryHouse,
  real: number,
  fake: number,
): Promise<[WeakRef<object>[], DeafReader | null]> {
  await inGroups(real, 20, (index) => visit(house, index));
  const held: WeakRef<object>[] = await inGroups(fake, 200, (index) => visitWithoutNetwork(house, index));
  held.push(
    ...(await inGroups(IDLE_PLANS.length, 10, (index) =>
      visitWithoutNetwork(house, index, IDLE_PLANS[index]),
    )),
  );
  const deaf = IS_SHORT ? null : await writeToDeafReader(house);
  await until(() => house.hub.stats().rooms === 1 && house.hub.stats().sockets === 1, 'all have left');
  // One sweep more: closed connections are forgotten there.
  await new Promise((resolve) => setTimeout(resolve, 100));
  return [held, deaf];
}

async function bytesInUse(): Promise<number> {
  for (let round = 0; round < 5; round++) {
    globalThis.gc?.();
    await setImmediate();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Lives, measures, lives a hundred times as long, measures again, and closes. */
async function report(leaks: boolean): Promise<MemoryReport> {
  const resourcesBefore = process.getActiveResourcesInfo();
  const house = await openMemoryHouse(leaks);
  const host = new QuietSocket();
  house.connect(host.asSocket(), PLAN, participant('host'));
  await live(house, 100, 400);
  const base = await bytesInUse();
  const timers = house.timers.waiting();
  const [held, deaf] = await live(house, REAL, WITHOUT_NETWORK);
  const end = await bytesInUse();
  const heldSockets = house.held();
  const { rooms, sockets } = house.hub.stats();
  const timersGrown = house.timers.waiting() - timers;
  host.drop();
  await house.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    joins: REAL + WITHOUT_NETWORK,
    base,
    end,
    heldSockets: heldSockets + held.filter((reference) => reference.deref() !== undefined).length,
    rooms,
    sockets,
    timersGrown,
    timersAfterClose: house.timers.waiting(),
    resources: without(process.getActiveResourcesInfo(), resourcesBefore),
    troubles: house.troubles.length,
    deaf,
  };
}

/** What is in `all` more often than in `known`. */
function without(all: readonly string[], known: readonly string[]): string[] {
  const left = [...known];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) {
      left.splice(at, 1);
    }
    return at < 0;
  });
}

process.stdout.write(`${JSON.stringify(await report(process.argv.includes('leak')))}\n`);
