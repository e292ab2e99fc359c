import type { ComponentType } from 'react';
import { part } from './part.tsx';
import type { Load } from './patiently.ts';

/**
 * Parts of a page that are loaded before they are first shown, as soon as nothing else is going on.
 * A page loads what it shows, and still no first press waits.
 */

/** Parts this page may still need, in the order in which they became known. */
const waiting: Load<unknown>[] = [];

const IDLE_WITHIN_MS = 3_000;
const SOON_MS = 500;

/** A part that this page may need soon: it is also fetched as soon as nothing else is going on. */
export function later<Props extends object>(load: Load<ComponentType<Props>>) {
  waiting.push(load);
  return part(load);
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
