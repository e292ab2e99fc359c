import type * as Y from 'yjs';
import type { GuardContext } from './context.ts';
import { GuardRejection } from './decode.ts';
import type { Container } from './places.ts';
import { mostRecords, onTheTable, ownRecords, shareOf } from './quota.ts';

/** What an update adds to each container: letters to a text, records to a part, fields to a record. */
export type Growth = Map<Container, number>;

/** Refuses what makes something larger than it may be, for all or for one person. */
export function refuseGrowth(growth: Growth, context: GuardContext): void {
  for (const [container, added] of growth) {
    if (isText(container)) {
      if (added > 0 && typeOf(container)._length + added > context.limits.fieldChars) {
        throw new GuardRejection('too_large', 'the text is too long');
      }
    } else if (added > 0) {
      refuseMore(container, added, context);
    }
  }
}

function refuseMore(container: Container, added: number, context: GuardContext): void {
  const { kind, root } = container;
  const { limits } = context;
  const type = typeOf(container);
  const all = type._map.size + added;
  if (kind === 'records' && all > mostRecords(root, limits)) {
    throw new GuardRejection('quota', 'too many records');
  }
  if (
    kind === 'records' &&
    root.countedOnTable &&
    all > limits.recordsOnTable &&
    onTheTable(type._map) + added > limits.recordsOnTable
  ) {
    throw new GuardRejection('quota', 'too many records on the table');
  }
  if (kind === 'record') {
    refuseMoreFields(container, added, context);
  }
  if (kind === 'records') {
    refuseMoreOfOne(container, added, context);
  }
}

/**
 * Fields that are named after a person or a record. Nobody fills the record of somebody else with them: the
 * others can still give their number, and taking it from the table is a field of another kind.
 */
function refuseMoreFields(container: Container, added: number, context: GuardContext): void {
  const { root } = container;
  const { fieldsPerRecord: most, shareOfOne } = context.limits;
  const share = Math.ceil(most * shareOfOne);
  // All together do not exceed one share: nothing need be counted.
  if (typeOf(container)._map.size + added <= share) {
    return;
  }
  const keyed = [...typeOf(container)._map].filter(([key]) => !root.fields.has(key)).map(([, item]) => item);
  const own = keyed.filter(isOwn(context)).length + added;
  if (keyed.length + added > most || own > share) {
    throw new GuardRejection('quota', 'too many fields');
  }
}

/**
 * One person cannot take the place that the others need for their records: half of what is left beside those
 * that are nobody's, so that what a freeze has made anew is no way to take all.
 */
function refuseMoreOfOne(container: Container, added: number, context: GuardContext): void {
  const { limits, ownerOf } = context;
  const { root } = container;
  const records = typeOf(container)._map;
  const most = mostRecords(root, limits);
  const fewest = root.countedOnTable ? Math.min(most, limits.recordsOnTable) : most;
  // Of `all`, own ones and nobody's, even the least favourable mix is within one share.
  if (records.size + added <= shareOf(fewest, 0, limits)) {
    return;
  }
  const own = ownRecords(records, isOwn(context));
  const nobodys = ownRecords(records, ({ id }) => ownerOf(id.client) === undefined);
  if (
    own.all + added > shareOf(most, nobodys.all, limits) ||
    (root.countedOnTable && own.onTable + added > shareOf(limits.recordsOnTable, nobodys.onTable, limits))
  ) {
    throw new GuardRejection('quota', 'too many records of one person');
  }
}

function isOwn({ participationId, ownerOf }: GuardContext): (item: Y.Item) => boolean {
  return ({ id }) => ownerOf(id.client) === participationId;
}

/** Whether it holds words. */
export function isText(container: Container): boolean {
  return container.kind === 'text';
}

/** The type of a container that is there already. */
export function typeOf(container: Container): Y.AbstractType<unknown> {
  return container.identity as Y.AbstractType<unknown>;
}
