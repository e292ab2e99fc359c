/** Time as the sync core sees it; tests hand in their own. */
export interface Timers {
  /**
   * Milliseconds since 1970 when the process began, plus the time that has passed since: it never
   * jumps, whatever is done to the clock of the machine.
   */
  now(): number;
  /** Runs `task` once after `ms`; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** The time of the machine. Waiting never keeps the process alive. */
export const systemTimers: Timers = {
  now: () => performance.timeOrigin + performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
