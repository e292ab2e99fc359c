import type * as Y from 'yjs';
import type { KindRules } from '../kinds.ts';
import { mostRecords, ownRecords, partOf, shareOf, weightOf } from './quota.ts';

/** Whose the client ids of a document are, as seen by one who writes: theirs, nobody's, or somebody else's. */
export interface Whose {
  theirs: ReadonlySet<number>;
  isNobodys(clientId: number): boolean;
}

/** Whether a document holds more of one participation than it may bring: what the guard asks of their own edits. */
export function isOverShare(
  doc: Y.Doc,
  { theirs, isNobodys }: Whose,
  { roots, limits }: Pick<KindRules, 'roots' | 'limits'>,
): boolean {
  const { shareOfOne, recordsOnTable } = limits;
  for (const root of roots.values()) {
    if (root.holds === 'before') {
      continue;
    }
    const records = doc.getMap(root.name)._map;
    const own = ownRecords(records, ({ id }) => theirs.has(id.client));
    const nobodys = ownRecords(records, ({ id }) => isNobodys(id.client));
    const isOverTable = root.countedOnTable && own.onTable > shareOf(recordsOnTable, nobodys.onTable, limits);
    // A part in which they have nothing may hold more of nobody's than it takes today.
    if (own.all > 0 && (isOverTable || own.all > shareOf(mostRecords(root, limits), nobodys.all, limits))) {
      return true;
    }
  }
  return partOf(weightOf(doc, theirs), limits) >= shareOfOne;
}
