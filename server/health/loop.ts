import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How late the event loop was, in milliseconds. */
export interface LoopDelay {
  p50: number;
  p99: number;
  max: number;
}

/** Measures how late the event loop is. */
export interface LoopWatch {
  /** Of each figure the worst five seconds of the last minute. */
  lastMinute(): LoopDelay;
  /** The longest delay of the last five to ten seconds, in milliseconds. */
  longestLately(): number;
  close(): void;
}

const RESOLUTION_MS = 10;
const WINDOW_MS = 5_000;
const WINDOWS = 12;

/** Starts measuring. It does not keep the process alive. */
export function watchLoop(): LoopWatch {
  const histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  histogram.enable();
  const windows: LoopDelay[] = [];
  // What is recorded is the time between two ticks of the watch; being late is what exceeds that.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
  const now = (): LoopDelay => ({
    p50: late(histogram.percentile(50)),
    p99: late(histogram.percentile(99)),
    max: late(histogram.max),
  });
  const timer = setInterval(() => {
    windows.unshift(now());
    windows.length = Math.min(windows.length, WINDOWS);
    histogram.reset();
  }, WINDOW_MS).unref();
  return {
    lastMinute() {
      const all = [now(), ...windows];
      return {
        p50: Math.max(...all.map(({ p50 }) => p50)),
        p99: Math.max(...all.map(({ p99 }) => p99)),
        max: Math.max(...all.map(({ max }) => max)),
      };
    },
    longestLately: () => Math.max(now().max, windows[0]?.max ?? 0),
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
