/** A card as the board should show it. */
export interface Wanted {
  /** The record's id, or `<id>:steps` for a sheet. */
  ref: string;
  type: 'goal' | 'resource';
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Where a card lies, in units of the board. */
export type Box = Pick<Wanted, 'x' | 'y' | 'w' | 'h'>;

/** What a projection has to do. What stays is not touched. */
export interface Difference {
  put: Wanted[];
  remove: string[];
}

/** Compares what is shown with what should be; ids are the records' ids, so nothing is re-created. */
export function difference(shown: ReadonlyMap<string, Wanted>, wanted: readonly Wanted[]): Difference {
  const refs = new Set(wanted.map(({ ref }) => ref));
  return {
    put: wanted.filter((next) => {
      const before = shown.get(next.ref);
      return (
        !before ||
        before.type !== next.type ||
        before.x !== next.x ||
        before.y !== next.y ||
        before.w !== next.w ||
        before.h !== next.h
      );
    }),
    remove: [...shown.keys()].filter((ref) => !refs.has(ref)),
  };
}
