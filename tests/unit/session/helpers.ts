import type { Store } from '../../../client/session/types.ts';

/** Resolves when a store holds a fitting value; fails with what it holds after the time. */
export function until<T>(store: Store<T>, fits: (value: T) => boolean, ms = 4_000): Promise<T> {
  return new Promise((resolve, reject) => {
    if (fits(store.get())) {
      resolve(store.get());
      return;
    }
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`The store still holds ${JSON.stringify(store.get())}`));
    }, ms);
    const stop = store.subscribe(() => {
      if (fits(store.get())) {
        clearTimeout(timer);
        stop();
        resolve(store.get());
      }
    });
  });
}

/** Asks again and again until it is true; fails after the time. */
export async function eventually(is: () => boolean, what: string, ms = 4_000): Promise<void> {
  const end = Date.now() + ms;
  while (!is()) {
    if (Date.now() > end) {
      throw new Error(`Never happened: ${what}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A storage like the tab's own. */
export function memoryStorage(): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    getItem: (key) => items.get(key) ?? null,
    key: (index) => [...items.keys()][index] ?? null,
    removeItem: (key) => {
      items.delete(key);
    },
    setItem: (key, value) => {
      items.set(key, value);
    },
  };
}

/** Under what names words are kept; which life of the database it is stays beside them. */
export function unsavedIn(storage: Storage): string[] {
  const keys = Array.from({ length: storage.length }, (_, at) => storage.key(at) ?? '');
  return keys.filter((key) => key.startsWith('planrunde.unsaved.'));
}
