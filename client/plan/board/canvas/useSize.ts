import { type RefObject, useLayoutEffect, useState } from 'react';

/** Size of an element in whole pixels; null until it is known. */
export function useSize(element: RefObject<HTMLElement | null>): { width: number; height: number } | null {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) {
      return;
    }
    const read = (): void => {
      const next = { width: box.clientWidth, height: box.clientHeight };
      setSize((before) => (before?.width === next.width && before.height === next.height ? before : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return size && size.width > 0 && size.height > 0 ? size : null;
}
