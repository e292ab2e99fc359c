import type { SyncLimits } from '../limits.ts';
import type { Timers } from '../timers.ts';

/** What takes turns: gathered work at each tick, and jobs that run alone between ticks. */
export interface TurnTaker {
  /** How long work is gathered at this moment, in milliseconds. */
  tickMs(): number;
  timers: Timers;
  /** Pieces of work that wait. */
  waiting(): number;
  /** Does what waits; returns how many pieces it took. */
  work(): Promise<number>;
  /** Runs at the end of each turn, still alone. */
  tidy(): Promise<void>;
  failed(error: unknown): void;
}

interface Job {
  /** Pieces of work that waited when the job came. */
  ahead: number;
  run(): Promise<void>;
  reject(error: unknown): void;
}

/**
 * The room's one thread: never two things at a time. The first piece of work goes at once, what comes
 * within a tick goes together. A job starts when everything that came before it is done.
 */
export class SerialExecutor {
  readonly #taker: TurnTaker;
  readonly #jobs: Job[] = [];
  #running = false;
  #stopped: { error: unknown } | null = null;
  #lastTick = 0;
  #cancelTick: (() => void) | null = null;

  constructor(taker: TurnTaker) {
    this.#taker = taker;
  }

  get isBusy(): boolean {
    return this.#running || this.#jobs.length > 0 || this.#taker.waiting() > 0;
  }

  /** There is something to do. */
  request(): void {
    if (this.#running || this.#stopped) {
      return;
    }
    const wait = this.#lastTick + this.#taker.tickMs() - this.#taker.timers.now();
    if (wait <= 0 || this.#jobs.length > 0) {
      this.#cancelTick?.();
      this.#cancelTick = null;
      void this.#run();
    } else {
      this.#cancelTick ??= this.#taker.timers.after(wait, () => {
        this.#cancelTick = null;
        void this.#run();
      });
    }
  }

  /** Runs `job` alone, after everything that waits now. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#stopped) {
        reject(this.#stopped.error);
        return;
      }
      const ahead = this.#taker.waiting();
      this.#jobs.push({ ahead, run: () => job().then(resolve, reject), reject });
      this.request();
    });
  }

  /** Nothing runs any more; jobs that wait are told why. */
  stop(error: unknown): void {
    this.#stopped ??= { error };
    this.#cancelTick?.();
    for (const job of this.#jobs.splice(0)) {
      job.reject(error);
    }
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#lastTick = this.#taker.timers.now();
    try {
      await this.#taker.work();
      await this.#runJob(this.#jobs.shift());
      if (!this.#stopped) {
        await this.#taker.tidy();
      }
    } catch (error) {
      this.#taker.failed(error);
    }
    this.#running = false;
    if (this.#jobs.length > 0 || this.#taker.waiting() > 0) {
      this.request();
    }
  }
  async #runJob(job: Job | undefined): Promise<void> {
    if (!job) {
      return;
    }
    try {
      for (let ahead = job.ahead; ahead > 0 && this.#taker.waiting() > 0; ) {
        ahead -= await this.#taker.work();
      }
    } catch (error) {
      job.reject(error);
      throw error;
    }
    await job.run();
  }
}

/** A crowd is told a little later, and so with fewer writes: each of them goes to everybody. */
export function tickMs(
  limits: Pick<SyncLimits, 'tickMs' | 'mostTicks' | 'tickPeople'>,
  people: number,
): number {
  return limits.tickMs * Math.min(limits.mostTicks, Math.ceil(people / limits.tickPeople) || 1);
}
