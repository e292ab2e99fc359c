import type { OpenDocument } from './types.ts';

/** Resolves with true once the server has confirmed everything written here; false after the time. */
export function whenSettled({ settled }: OpenDocument, ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    if (settled.get()) {
      resolve(true);
      return;
    }
    const end = (is: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(is);
    };
    const timer = setTimeout(() => end(false), ms);
    const stop = settled.subscribe(() => settled.get() && end(true));
  });
}
