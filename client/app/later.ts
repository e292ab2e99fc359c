import { type ComponentType, lazy } from 'react';

/**
 * Parts of a page that are loaded when they are first shown, or before, as soon as nothing else is
 * going on. A page loads what it shows, and still no first press waits.
 */

type Load = () => Promise<unknown>;

/** Parts this page may still need, in the order in which they became known. */
const waiting: Load[] = [];

const IDLE_WITHIN_MS = 3_000;
const SOON_MS = 500;
const TRIES = 6;
const FIRST_WAIT_MS = 500;

/** A component in a file of its own: `part(() => import('./Wall.tsx').then(({ Wall }) => Wall))`. */
export function part<Props>(load: () => Promise<ComponentType<Props>>) {
  return lazy(() => patiently(load).then((component) => ({ default: component })));
}

/** A part that this page may need soon: it is also fetched as soon as nothing else is going on. */
export function later<Props>(load: () => Promise<ComponentType<Props>>) {
  waiting.push(load);
  return part(load);
}

/**
 * Loads something over a line that may be gone for a moment: React keeps a failure for good, so trying
 * again happens here. After a quarter of a minute the page says that something is wrong.
 */
export async function patiently<T>(load: () => Promise<T>): Promise<T> {
  for (let tried = 1, wait = FIRST_WAIT_MS; tried < TRIES; tried += 1, wait *= 2) {
    try {
      return await load();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  return load();
}

/** Loads what is still waiting, one part after the other; what they bring is loaded after them. */
export function loadTheRest(): () => void {
  let stopped = false;
  const next = (): void => {
    const load = stopped ? undefined : waiting.shift();
    if (load) {
      // What cannot be loaded now is tried again when it is really needed.
      load().then(soon, soon);
    }
  };
  const soon = (): void => whenIdle(next);
  soon();
  return () => {
    stopped = true;
  };
}

/** Runs something when the browser has nothing else to do. */
export function whenIdle(task: () => void): void {
  // Safari knows no idle time: a moment later then.
  if ('requestIdleCallback' in globalThis) {
    setTimeout(() => requestIdleCallback(task, { timeout: IDLE_WITHIN_MS }), SOON_MS);
  } else {
    setTimeout(task, 2 * SOON_MS);
  }
}
