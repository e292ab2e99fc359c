/** Timers by name: a new one of a name takes the place of the old one. */
export interface Timers {
  later(name: string, ms: number, run: () => void): void;
  has(name: string): boolean;
  cancel(...names: string[]): void;
  stop(): void;
}

export function createTimers(): Timers {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  const cancel = (...names: string[]): void => {
    for (const name of names) {
      clearTimeout(running.get(name));
      running.delete(name);
    }
  };
  return {
    later(name, ms, run) {
      cancel(name);
      const timer = setTimeout(() => {
        running.delete(name);
        run();
      }, ms);
      running.set(name, timer);
    },
    has: (name) => running.has(name),
    cancel,
    stop: () => cancel(...running.keys()),
  };
}
