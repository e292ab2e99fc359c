import type { Timers } from './connection/timers.ts';
import type { OpenDocument } from './types.ts';

/** Time that editors get to close and write their last words before this device says "flushed". */
const FLUSH_MS = 200;

/** While the document is being frozen: says "flushed" once everything typed here was sent. */
export function flushIfFreezing(
  timers: Timers,
  document: OpenDocument & { isSynced(): boolean },
  sendFlushed: () => void,
): void {
  const isFreezing = (): boolean => document.wire.get()?.state === 'freezing';
  if (isFreezing()) {
    timers.later('flush', FLUSH_MS, () => {
      if (isFreezing() && document.ready.get() && document.isSynced()) {
        sendFlushed();
      }
    });
  }
}
