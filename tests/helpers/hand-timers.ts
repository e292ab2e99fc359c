import type { Timers } from '#server/sync/timers.ts';

/** A clock that stands still until the test moves it. */
export interface HandTimers extends Timers {
  /** Moves the clock and runs what becomes due, in order; promises settle in between. */
  pass(ms: number): Promise<void>;
}

/** A clock at noon of some day. */
export function handTimers(): HandTimers {
  let now = 1_800_000_000_000;
  let tasks: { at: number; task: () => void }[] = [];
  return {
    now: () => now,
    after(ms, task) {
      const entry = { at: now + ms, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async pass(ms) {
      const end = now + ms;
      await settle();
      for (;;) {
        const next = tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) {
          break;
        }
        tasks = tasks.filter((other) => other !== next);
        now = Math.max(now, next.at);
        next.task();
        await settle();
      }
      now = end;
    },
  };
}

/** Turns of the event loop that one thing may need until nothing follows from it any more. */
const TURNS = 5;

/** Lets everything run that only waits for promises and for the end of the turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) {
    await new Promise((resolve) => setImmediate(resolve));
  }
}
