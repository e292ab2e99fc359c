import type { Seams } from '#server/seams.ts';
import type { LogStore } from '#server/sync/log/store.ts';

/** What the suite does to a running server from inside without ending it. */
export interface Disturb {
  store: NonNullable<Seams['store']>;
  /** Moves the wall clock of this process; what counts time that passes is not touched. */
  shiftClock(ms: number): void;
  /** The next `times` appends fail with this SQLSTATE. */
  fail(code: string, times: number): void;
}

/** Wraps `inner` so that appends can be made to fail, and moves the clock on request. */
export function disturbSeams(inner: NonNullable<Seams['store']>): Disturb {
  let code = '';
  let left = 0;
  return {
    store: (store) => failing(inner(store), () => (left-- > 0 ? code : null)),
    shiftClock,
    fail(next, times) {
      code = next;
      left = times;
    },
  };
}

function failing(store: LogStore, nextFailure: () => string | null): LogStore {
  return {
    ...store,
    async append(entries) {
      const code = nextFailure();
      if (code !== null) {
        throw Object.assign(new Error('injected'), { code });
      }
      return store.append(entries);
    },
  };
}

const RealDate = Date;

function shiftClock(ms: number): void {
  class ShiftedDate extends RealDate {
    constructor(...args: unknown[]) {
      super(...((args.length === 0 ? [RealDate.now() + ms] : args) as [number]));
    }
    static override now(): number {
      return RealDate.now() + ms;
    }
  }
  globalThis.Date = ShiftedDate as DateConstructor;
}
