import type { Store } from '../session/types.ts';

/** A store that can be written. Listeners hear of a change only when the value is another one. */
export interface WritableStore<T> extends Store<T> {
  set(value: T): void;
}

/** A small value that can be watched. */
export function createStore<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) {
        return;
      }
      value = next;
      for (const listener of [...listeners]) {
        listener();
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
