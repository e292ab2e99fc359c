import { useEffect, useRef } from 'react';
import { useSession } from '../../app/context.ts';

/** By then a change that was made here stands in what is shown. */
const SHOWN_MS = 300;

interface Written<T> {
  value: T;
  /** As the person sees it. */
  words: string;
  at: number;
}

/**
 * A value that somebody else has set while one was in the field, after one's own words: they are in no
 * plan then. Once the field is left, or goes, they stand in the box of what was not taken over.
 */
export function useReplaced<T>(
  value: T | null,
  label: string,
): {
  /** This was written here; nothing was where it was erased. */
  wrote: (value: T | null, words: string) => void;
  left: () => void;
} {
  const session = useSession();
  const written = useRef<Written<T> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const now = useRef(value);
  now.current = value;
  const look = useRef((): void => undefined);
  look.current = () => {
    clearTimeout(timer.current);
    const own = written.current;
    written.current = null;
    if (own && own.value !== now.current && performance.now() - own.at >= SHOWN_MS) {
      session.refuse('replaced', own.words, label);
    }
  };
  useEffect(() => {
    const away = (): void => look.current();
    document.addEventListener('visibilitychange', away);
    window.addEventListener('pagehide', away);
    return () => {
      document.removeEventListener('visibilitychange', away);
      window.removeEventListener('pagehide', away);
      away();
    };
  }, []);
  return {
    wrote: (next, words) => {
      clearTimeout(timer.current);
      written.current = next === null ? null : { value: next, words, at: performance.now() };
    },
    left: () => {
      timer.current = setTimeout(() => look.current(), SHOWN_MS);
    },
  };
}
