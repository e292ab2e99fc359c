import type * as Y from 'yjs';

/**
 * What a person would call one change: a new thing (a goal, a strength, an agreement) with everything
 * in it, one field of a thing (a sentence, a day, a number), or one running text. Typing a sentence is
 * one change, however many keys were pressed.
 */

/** Changes that wait: an update, and the places in the plan that it touches, such as "goals/g1/textOwn". */
export interface Waiting {
  update: Uint8Array;
  places: readonly string[];
}

const SIGNATURE = 'writer';

/** The places that a transaction has written or erased. */
export function placesOf({ changed, doc }: Y.Transaction): string[] {
  const places = new Set<string>();
  for (const [type, keys] of changed) {
    const path = pathOf(doc, type);
    if (path.length > 2) {
      places.add(path.slice(0, 3).join('/'));
    } else {
      for (const key of keys) {
        // The name to words comes with them and is no change of its own.
        if (path.length === 1 || key !== SIGNATURE) {
          places.add([...path, key ?? ''].join('/'));
        }
      }
    }
  }
  return [...places];
}

/** The part of the document that the first of these changes touched. */
export function partOf(waiting: readonly Waiting[]): string | undefined {
  return waiting.flatMap(({ places }) => places)[0]?.split('/')[0];
}

/** Number of changes that wait. Never 0 while anything does. */
export function countChanges(waiting: readonly Waiting[]): number {
  const places = new Set(waiting.flatMap((one) => one.places));
  const own = [...places].filter((place) => {
    const thing = place.split('/').slice(0, 2).join('/');
    return thing === place || !places.has(thing);
  });
  return Math.max(own.length, waiting.length > 0 ? 1 : 0);
}

/** Name of the root, id of the record, field; deeper in a field nothing is told apart. */
function pathOf(doc: Y.Doc, type: unknown): string[] {
  const path: string[] = [];
  let at = type as Y.AbstractType<unknown>;
  for (let item = at._item; item; item = at._item) {
    if (item.parentSub !== null) {
      path.unshift(item.parentSub);
    }
    at = item.parent as Y.AbstractType<unknown>;
  }
  const [root = ''] = [...doc.share].find(([, shared]) => (shared as unknown) === at) ?? [];
  return [root, ...path];
}
