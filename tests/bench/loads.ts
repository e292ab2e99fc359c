/** The loads by letter. */
export const LOAD_NAMES = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type LoadName = (typeof LOAD_NAMES)[number];

/** Everybody edits and moves at an even rate. */
export interface SteadyLoad {
  kind: 'steady';
  rooms: number;
  people: number;
  edits: number;
  cursors: number;
}

/** People join a document that has a history. */
export interface JoinLoad {
  kind: 'joins';
  joins: number;
  edits: number;
  /** Characters of each edit. */
  chars: number;
  writers: number;
  atOnce: number;
}

/** Documents in which nobody is. */
export interface IdleLoad {
  kind: 'idle';
  documents: number;
  edits: number;
  chars: number;
  /** How long nobody has been there when memory is read. */
  afterMs: number;
}

/** The rate grows until it is too much. */
export interface RateLoad {
  kind: 'rate';
  rooms: number;
  people: number;
  /** The slowest one percent of deliveries must be faster. */
  p99Below: number;
  /** Edits a second in all to begin with. */
  from: number;
}

export type Load = SteadyLoad | JoinLoad | IdleLoad | RateLoad;

/** How long is measured, in ms. */
export interface Timing {
  warmUpMs: number;
  windowMs: number;
  /** For each step of the growing rate. */
  stepMs: number;
}

export const FULL: Timing = { warmUpMs: 20_000, windowMs: 20_000, stepMs: 5_000 };
export const QUICK: Timing = { warmUpMs: 3_000, windowMs: 5_000, stepMs: 3_000 };

const person = { edits: 4, cursors: 10 } as const;

/** The loads in full, or cut down to what a quick look needs. */
export function loads(quick: boolean): Record<LoadName, Load> {
  return {
    a: { kind: 'steady', rooms: 1, people: 12, ...person },
    b: { kind: 'steady', rooms: 100, people: 6, ...person },
    c: { kind: 'steady', rooms: 1, people: 150, ...person },
    d: { kind: 'joins', joins: quick ? 50 : 200, edits: 10_000, chars: 150, writers: 12, atOnce: 20 },
    e: { kind: 'idle', documents: quick ? 200 : 2_000, edits: 200, chars: 150, afterMs: 40_000 },
    f: { kind: 'rate', rooms: 10, people: 12, p99Below: 200, from: 1_000 },
  };
}

/** A load in words. */
export function describe(load: Load): string {
  switch (load.kind) {
    case 'steady':
      return `${load.rooms} ${load.rooms === 1 ? 'room' : 'rooms'} × ${load.people} people, ${load.edits} edits/s and ${load.cursors} cursor moves/s each`;
    case 'joins':
      return `${load.joins} joins of a document of ${load.edits} edits, ${load.atOnce} at a time`;
    case 'idle':
      return `${load.documents} documents of about 50 kB, each written by one client that leaves`;
    case 'rate':
      return `${load.rooms} rooms × ${load.people} people: most edits a second with p99 under ${load.p99Below} ms`;
  }
}
