import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';

/**
 * Heights of cards as the browser has set them. Layout asks here; what was never on screen is
 * estimated from its text by the caller.
 */
export class HeightBook {
  readonly #heights = new Map<string, number>();
  readonly #mounted = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #version = 0;
  #plan: unknown = null;

  get(key: string): number | undefined {
    return this.#heights.get(key);
  }

  /** Notes a height; listeners hear of it when it is another one. */
  set(key: string, height: number): void {
    if (height <= 0 || Math.abs((this.#heights.get(key) ?? -1) - height) < 0.5) {
      return;
    }
    this.#heights.set(key, height);
    this.#version++;
    for (const listener of [...this.#listeners]) {
      listener();
    }
  }

  /** With another plan, what is not on screen is forgotten: its text may have changed. */
  keepFor(plan: unknown): void {
    if (this.#plan === plan) {
      return;
    }
    this.#plan = plan;
    for (const key of this.#heights.keys()) {
      if (!this.#mounted.has(key)) {
        this.#heights.delete(key);
      }
    }
  }

  mount(key: string): () => void {
    this.#mounted.add(key);
    return () => this.#mounted.delete(key);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  version = (): number => this.#version;
}

export const HeightsContext = createContext<HeightBook>(new HeightBook());

/** A book of heights that re-renders its owner when a card turns out higher or lower. */
export function useHeightBook(): HeightBook {
  const [book] = useState(() => new HeightBook());
  useSyncExternalStore(book.subscribe, book.version, book.version);
  return book;
}

interface MeasuredProps {
  name: string;
  /** Where the place around it gets its width only later: the first height must not be that of no width. */
  width?: number;
  children: ReactNode;
}

/** A box whose natural height is noted in the book, before the browser paints and ever after. */
export function Measured({ name, width, children }: MeasuredProps) {
  const book = useContext(HeightsContext);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) {
      book.set(name, box.current.offsetHeight);
    }
  });
  useLayoutEffect(() => {
    const unmount = book.mount(name);
    const observer = new ResizeObserver(() => book.set(name, box.current?.offsetHeight ?? 0));
    if (box.current) {
      observer.observe(box.current);
    }
    return () => {
      observer.disconnect();
      unmount();
    };
  }, [book, name]);
  return (
    <div ref={box} style={width === undefined ? undefined : { width }}>
      {children}
    </div>
  );
}
