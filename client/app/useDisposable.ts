import { useEffect, useState } from 'react';

/** Something that lives as long as the component and has to be ended. */
export interface Disposable {
  destroy(): void;
}

/**
 * Makes something when the component appears and ends it when it goes. `create` must be stable
 * (useCallback): a new one ends the old one and makes another.
 */
export function useDisposable<T extends Disposable>(create: () => T): T | null {
  const [current, setCurrent] = useState<T | null>(null);
  useEffect(() => {
    const made = create();
    setCurrent(made);
    return () => {
      made.destroy();
      setCurrent(null);
    };
  }, [create]);
  return current;
}

/** Where the websockets of this page are. */
export function wsBase(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
}
