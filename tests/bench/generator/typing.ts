import { performance } from 'node:perf_hooks';
import { seededRandom } from '../../helpers/random.ts';
import { type Check, checkCrowd } from './check.ts';
import { type Client, expectLastMoves } from './client.ts';
import type { Crowd } from './crowd.ts';
import { typingPlaces } from './edits.ts';
import { Pace } from './pace.ts';
import type { Counts } from './tally.ts';
import { pause } from './waiting.ts';

const POLL_MS = 20;
const LAST_CURSORS_WITHIN_MS = 5_000;
const SEED = 7;

/** What a stretch of time brought; times in ms. */
export interface Mark extends Counts {
  ms: number;
  deliveryP50: number | null;
  deliveryP99: number | null;
  ackP50: number | null;
  ackP99: number | null;
  /** Share of the time in which the generator had no pause, 0 to 1. */
  busy: number;
  /** How late edits and moves were sent. */
  lateP99: number | null;
}

/** Everybody types and moves at an even rate. */
export class Typing {
  readonly #crowd: Crowd;
  #pace: Pace | null = null;
  #markedAt = 0;
  #load = performance.eventLoopUtilization();

  constructor(crowd: Crowd) {
    this.#crowd = crowd;
  }

  /** Gives everybody a goal to type into. */
  prepare(): void {
    for (const [index] of this.#crowd.rooms.entries()) {
      const clients = this.#crowd.inRoom(index);
      const plan = clients[0]?.plan;
      const places = plan ? typingPlaces(plan) : [];
      for (const [seat, client] of clients.entries()) {
        client.typing = places[seat % places.length] ?? null;
        client.plan = null;
      }
    }
  }

  /** From now on everybody makes so many edits and cursor moves a second. */
  start({ edits, cursors }: { edits: number; cursors: number }): void {
    const people = shuffled(this.#crowd.everybody);
    const at = (index: number): Client => people[index % people.length] as Client;
    this.#pace = new Pace([
      { perSecond: edits * people.length, act: (index, now) => at(index).type(now) },
      { perSecond: cursors * people.length, act: (index) => at(index).move(false) },
    ]);
    this.mark();
  }

  /** What happened since the last mark. */
  mark(): Mark {
    const { counts, delivery, ack } = this.#crowd.all;
    const now = performance.now();
    const load = performance.eventLoopUtilization();
    const mark = {
      ...counts,
      ms: now - this.#markedAt,
      deliveryP50: delivery.quantile(0.5),
      deliveryP99: delivery.quantile(0.99),
      ackP50: ack.quantile(0.5),
      ackP99: ack.quantile(0.99),
      busy: performance.eventLoopUtilization(load, this.#load).utilization,
      lateP99: this.#pace?.lateness.quantile(0.99) ?? null,
    };
    this.#crowd.all.clear();
    this.#pace?.lateness.clear();
    this.#markedAt = now;
    this.#load = load;
    return mark;
  }

  /** Nobody types any more. Waits until everything has arrived or the time is over, and checks. */
  async stop({ withinMs, cursors }: { withinMs: number; cursors: boolean }): Promise<Check> {
    this.#pace?.stop();
    const people = this.#crowd.everybody;
    await poll(withinMs, () => this.#crowd.missing() === 0 && people.every(({ isSettled }) => isSettled));
    if (cursors) {
      expectLastMoves();
      for (const client of people) {
        client.move(true);
      }
      await poll(LAST_CURSORS_WITHIN_MS, () => this.#crowd.lackingLastCursor() === 0);
    }
    return checkCrowd(this.#crowd, cursors);
  }
}

async function poll(withinMs: number, isDone: () => boolean): Promise<void> {
  const end = performance.now() + withinMs;
  while (!isDone() && performance.now() < end) {
    await pause(POLL_MS);
  }
}

/** An order that is the same in every run, and in which the people of a room are apart. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = seededRandom(SEED);
  return items
    .map((item) => ({ item, at: random.below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
