import { useEffect } from 'react';
import { VisuallyHidden } from '../ui/text/VisuallyHidden.tsx';
import { useStore, useT } from './context.ts';
import { createStore } from './store.ts';

/** The way in waits several times, for one thing after the other: it is one wait for whoever listens. */
const ONE_WAIT_MS = 10_000;

const waiting = createStore(false);
let shown = 0;
let ends: ReturnType<typeof setTimeout> | undefined;

/** Something that waits is on the page as long as this is mounted. */
export function useWaiting(): void {
  useEffect(() => {
    shown += 1;
    clearTimeout(ends);
    waiting.set(true);
    return () => {
      shown -= 1;
      if (shown === 0) {
        ends = setTimeout(() => waiting.set(false), ONE_WAIT_MS);
      }
    };
  }, []);
}

/** Says once that something is on its way, however many pages wait one after the other. */
export function WaitSaid() {
  const t = useT();
  const isWaiting = useStore(waiting);
  return (
    <VisuallyHidden>
      <span role="status" data-testid="waiting">
        {isWaiting ? t('ui.loading') : null}
      </span>
    </VisuallyHidden>
  );
}
