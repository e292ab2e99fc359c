import { useEffect, useState } from 'react';

/** Something that lives as long as the component and has to be ended. */
export interface Resource {
  destroy(): void;
}

/**
 * Makes a resource when the component appears and ends it when it goes. `create` must be stable
 * (useCallback): a new one ends the old resource and makes another.
 */
export function useResource<T extends Resource>(create: () => T): T | null {
  const [resource, setResource] = useState<T | null>(null);
  useEffect(() => {
    const made = create();
    setResource(made);
    return () => {
      made.destroy();
      setResource(null);
    };
  }, [create]);
  return resource;
}

/** Where the websockets of this page are. */
export function wsBase(): string {
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}`;
}
