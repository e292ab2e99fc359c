import { randomUUID } from 'node:crypto';
import type { Sql } from '../db/sql.ts';
import { JobFailure, type JobKind, type JobOrder, type JobTrouble } from './kind.ts';
import * as table from './table.ts';

/** Work that outlives a request. */
export interface Jobs {
  /** Takes up what is waiting, also what a crash left behind. */
  start(): Promise<void>;
  /**
   * Orders a job and waits for its end, for so long. Ordered twice it is done once; whoever stops
   * waiting changes nothing.
   */
  done(order: JobOrder, waitMs: number, hungUp?: AbortSignal): Promise<table.JobState>;
  /** Takes no more. What runs is broken off and put back, so that the next start does it. */
  close(): Promise<void>;
}

export interface JobsOptions {
  sql: Sql;
  kinds: readonly JobKind[];
  /** So many at once. */
  slots?: number;
  /** A process that has not said for so long that it works has died. */
  leaseMs?: number;
  /** Pause before the second attempt; doubled before each further one. */
  retryMs?: number;
}

const DEFAULTS = { slots: 2, leaseMs: 15_000, retryMs: 1_000 };
/** Never sooner than this: a clock that differs from the database's must not make it spin. */
const SHORTEST_SLEEP_MS = 20;

/** The workshop of a process. Knows no kind of work by name: they are given. */
export function createJobs(options: JobsOptions): Jobs {
  return new Workshop({ ...DEFAULTS, ...options });
}

interface Running {
  stop: AbortController;
  end: Promise<void>;
}

class Workshop implements Jobs {
  readonly #options: Required<JobsOptions>;
  readonly #names: string[];
  readonly #lease = randomUUID();
  readonly #running = new Map<number, Running>();
  readonly #listeners = new Set<() => void>();
  #looking: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #beat: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: Required<JobsOptions>) {
    this.#options = options;
    this.#names = options.kinds.map(({ name }) => name);
  }

  async start(): Promise<void> {
    await table.tidyJobs(this.#options.sql);
    this.#beat = setInterval(() => void this.#heartbeat(), this.#options.leaseMs / 3).unref();
    this.#look();
  }

  async done(order: JobOrder, waitMs: number, hungUp?: AbortSignal): Promise<table.JobState> {
    const { sql, leaseMs } = this.#options;
    const until = performance.now() + waitMs;
    await table.insertJob(sql, order);
    this.#look();
    for (;;) {
      const state = (await table.jobState(sql, order.kind, order.key)) ?? { state: 'open' };
      const left = until - performance.now();
      if (state.state !== 'open' || left <= 0 || this.#closed || hungUp?.aborted) {
        return state;
      }
      await this.#someEnd(Math.min(left, leaseMs), hungUp);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#beat);
    clearTimeout(this.#timer);
    await this.#looking;
    const ends = [...this.#running.values()];
    for (const { stop } of ends) {
      stop.abort();
    }
    await Promise.all(ends.map(({ end }) => end));
    this.#tellListeners();
  }

  /** One look at a time: each takes what fits, then sets the clock for the next that waits. */
  #look(): void {
    clearTimeout(this.#timer);
    // The database is away: looked again a little later.
    this.#looking = this.#looking.then(() => this.#fill()).catch(() => this.#sleepFor(this.#options.leaseMs));
  }

  async #fill(): Promise<void> {
    const { sql, slots, leaseMs } = this.#options;
    while (!this.#closed && this.#running.size < slots) {
      const job = await table.claimJob(sql, { kinds: this.#names, lease: this.#lease, leaseMs });
      if (!job) {
        const ms = await table.nextJobIn(sql, this.#names);
        if (ms !== null) {
          this.#sleepFor(Math.min(Math.max(ms, SHORTEST_SLEEP_MS), leaseMs));
        }
        return;
      }
      this.#begin(job);
    }
  }

  #sleepFor(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) {
      this.#timer = setTimeout(() => this.#look(), ms).unref();
    }
  }

  #begin(job: table.ClaimedJob): void {
    const stop = new AbortController();
    const end = this.#work(job, stop.signal)
      // Not noted: the lease runs out, and the job is done again.
      .catch(() => undefined)
      .finally(() => {
        this.#running.delete(job.id);
        this.#tellListeners();
        this.#look();
      });
    this.#running.set(job.id, { stop, end });
  }

  async #work(job: table.ClaimedJob, stopped: AbortSignal): Promise<void> {
    const { sql, kinds } = this.#options;
    const kind = kinds.find(({ name }) => name === job.kind);
    // A job that ended the whole process as often as it may is not begun once more.
    if (!kind || job.attempts > kind.mostAttempts) {
      return table.endJob(sql, job.id, this.#lease, 'broken');
    }
    const late = AbortSignal.timeout(kind.mostMs);
    try {
      await kind.run(job.ids, AbortSignal.any([stopped, late]));
      await table.endJob(sql, job.id, this.#lease, null);
    } catch (error) {
      await this.#afterTrouble(job, kind, { isStopped: stopped.aborted, why: whyOf(error, late) });
    }
  }

  #afterTrouble(
    { id, attempts }: table.ClaimedJob,
    { mostAttempts }: JobKind,
    { isStopped, why }: { isStopped: boolean; why: JobTrouble | null },
  ): Promise<void> {
    const { sql, retryMs } = this.#options;
    if (isStopped) {
      return table.putBackJob(sql, id, this.#lease, { waitMs: 0, free: true });
    }
    if (why !== null || attempts >= mostAttempts) {
      return table.endJob(sql, id, this.#lease, why ?? 'broken');
    }
    const waitMs = retryMs * 2 ** (attempts - 1);
    return table.putBackJob(sql, id, this.#lease, { waitMs, free: false });
  }

  async #heartbeat(): Promise<void> {
    const { sql, leaseMs } = this.#options;
    try {
      await table.renewLeases(sql, this.#lease, leaseMs);
      await table.tidyJobs(sql);
      this.#look();
    } catch {
      // The database is away: the next beat comes.
    }
  }

  /** Resolves when some job of this process has ended, after this time, or when nobody waits any more. */
  #someEnd(ms: number, hungUp?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const listener = (): void => {
        clearTimeout(wait);
        hungUp?.removeEventListener('abort', listener);
        this.#listeners.delete(listener);
        resolve();
      };
      const wait = setTimeout(listener, ms);
      this.#listeners.add(listener);
      hungUp?.addEventListener('abort', listener, { once: true });
    });
  }

  #tellListeners(): void {
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }
}

function whyOf(error: unknown, late: AbortSignal): JobTrouble | null {
  if (error instanceof JobFailure) {
    return error.why;
  }
  return late.aborted ? 'over_limit' : null;
}
