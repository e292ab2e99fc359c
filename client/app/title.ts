import { useEffect } from 'react';
import { useStore } from './context.ts';
import { createStore } from './store.ts';

/** What is open within the page, such as a comparison: nearer than anything the page itself says. */
const within = createStore<string | null>(null);

/**
 * The title of the browser's tab: where one is, what it belongs to, and the product (UI58).
 * @param parts from near to far
 */
export function useTitle(...parts: string[]): void {
  const inner = useStore(within);
  const title = [...(inner === null ? [] : [inner]), ...parts, 'Planrunde'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}

/** Something with a heading of its own is open within the page, for as long as this is mounted. */
export function useTitleWithin(part: string): void {
  useEffect(() => {
    within.set(part);
    return () => within.set(null);
  }, [part]);
}
