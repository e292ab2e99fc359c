/**
 * What was read anew, with the parts of what was read before in the place of equal ones: who draws a part sees at
 * once that nothing of it has changed.
 */
export function keepSame<T>(before: unknown, after: T): T {
  if (Object.is(before, after) || !isTree(before) || !isTree(after)) {
    return after;
  }
  const isList = Array.isArray(after);
  if (isList !== Array.isArray(before)) {
    return after;
  }
  const entries = Object.entries(after).map(([key, value]) => [key, keepSame(before[key], value)] as const);
  const isSame =
    entries.length === Object.keys(before).length &&
    entries.every(([key, value]) => Object.hasOwn(before, key) && Object.is(before[key], value));
  if (isSame) {
    return before as T;
  }
  return (isList ? entries.map(([, value]) => value) : Object.fromEntries(entries)) as T;
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
