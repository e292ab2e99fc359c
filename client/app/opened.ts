import { useSyncExternalStore } from 'react';

/**
 * What somebody opened on a page, kept in the entry of the browser's history (UI56): back closes what
 * was opened last, and a reload, or a phone that put the page away, comes to it again.
 */
export type Opened = Readonly<Record<string, string>>;

interface Entry {
  opened: Opened;
  /** What back closes, where this entry was made by opening something. */
  closes: string | null;
}

const EMPTY: Entry = { opened: {}, closes: null };
const listeners = new Set<() => void>();
/** On the way back to the entry before; a second press must not go further. */
let isClosing = false;

/** All that is open now. */
export function openedNow(): Opened {
  return entryNow().opened;
}

/** What is open under a name, or null. */
export function useOpened(name: string): string | null {
  return useSyncExternalStore(subscribe, () => openedNow()[name] ?? null);
}

/**
 * Opens something. What takes the place of something else under the same name is closed with it.
 * @param over what is closed by it, because it stood in the part that is left
 */
export function open(name: string, value: string, over: readonly string[] = []): void {
  const { opened, closes } = entryNow();
  const entry = { opened: { ...without(opened, over), [name]: value }, closes };
  if (opened[name] === undefined) {
    write('pushState', { ...entry, closes: name });
  } else {
    write('replaceState', entry);
  }
}

/** Closes something, as back does where it was opened last. */
export function close(name: string, over: readonly string[] = []): void {
  const { opened, closes } = entryNow();
  if (opened[name] === undefined || isClosing) {
    return;
  }
  if (closes === name) {
    isClosing = true;
    history.back();
  } else {
    write('replaceState', { opened: without(opened, [name, ...over]), closes: null });
  }
}

/** Puts what is open in the place of what was, without a way back to it. */
export function keepOpened(opened: Opened): void {
  const { closes } = entryNow();
  write('replaceState', { opened, closes: closes !== null && closes in opened ? closes : null });
}

function without(opened: Opened, names: readonly string[]): Opened {
  return Object.fromEntries(Object.entries(opened).filter(([name]) => !names.includes(name)));
}

function write(how: 'pushState' | 'replaceState', entry: Entry): void {
  history[how](entry, '');
  tell();
}

function tell(): void {
  isClosing = false;
  for (const listener of [...listeners]) {
    listener();
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', tell);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.removeEventListener('popstate', tell);
    }
  };
}

/** An entry that others wrote, or another program did, counts as one where nothing is open. */
function entryNow(): Entry {
  const state: unknown = history.state;
  return isEntry(state) ? state : EMPTY;
}

function isEntry(state: unknown): state is Entry {
  return (
    typeof state === 'object' &&
    state !== null &&
    'opened' in state &&
    typeof state.opened === 'object' &&
    state.opened !== null &&
    Object.values(state.opened).every((value) => typeof value === 'string') &&
    'closes' in state &&
    (state.closes === null || typeof state.closes === 'string')
  );
}
