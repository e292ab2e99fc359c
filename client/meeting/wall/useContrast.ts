import { useEffect } from 'react';

/** Turns "Beamer-Kontrast" on from the address (`?kontrast`) and with the key K. */
export function useContrast(): void {
  useEffect(() => {
    const root = document.documentElement;
    const before = root.dataset['theme'];
    const set = (on: boolean): void => {
      if (on) {
        root.dataset['theme'] = 'contrast';
      } else if (before && before !== 'contrast') {
        root.dataset['theme'] = before;
      } else {
        delete root.dataset['theme'];
      }
    };
    if (new URLSearchParams(window.location.search).has('kontrast')) {
      set(true);
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() === 'k' && !event.ctrlKey && !event.metaKey && !event.altKey) {
        set(root.dataset['theme'] !== 'contrast');
      }
    };
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
      set(false);
    };
  }, []);
}
