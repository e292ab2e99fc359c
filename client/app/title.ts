import { useEffect } from 'react';

/**
 * The title of the browser's tab: where one is, what it belongs to, and the product (UI58).
 * @param parts from near to far
 */
export function useTitle(...parts: string[]): void {
  const title = [...parts, 'Planrunde'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
