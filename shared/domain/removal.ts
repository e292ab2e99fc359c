/** Who removed a record and when (ISO 8601 UTC). A removed record can be brought back until sealing. */
export interface Removal {
  by: string;
  at: string;
}

const BY = /^[\w.:-]{0,64}$/;
const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/**
 * The one definition of a removed record's mark. The guard lets no other through, and whoever counts
 * what is on the table and whoever shows it ask here, so that none of them sees another plan.
 */
export function isRemoval(value: unknown): value is Removal {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 2) {
    return false;
  }
  const { by, at } = value as Partial<Record<keyof Removal, unknown>>;
  return typeof by === 'string' && BY.test(by) && typeof at === 'string' && AT.test(at);
}
