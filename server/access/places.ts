/** Takes a place; gives what gives it back, or null where all are taken. */
export type TakePlace = (key: string, most: number) => (() => void) | null;

/** Counts what goes on at the same time, by a key such as a device. */
export function createPlaces(): TakePlace {
  const taken = new Map<string, number>();
  return (key, most) => {
    const count = taken.get(key) ?? 0;
    if (count >= most) {
      return null;
    }
    taken.set(key, count + 1);
    return () => {
      const left = (taken.get(key) ?? 1) - 1;
      if (left > 0) {
        taken.set(key, left);
      } else {
        taken.delete(key);
      }
    };
  };
}
