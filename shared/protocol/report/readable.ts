/** Signs that turn the direction of what follows; none is taken today, older versions may hold some. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The same data with every sign that would turn words round put as words in its place, such as
 * `⟦U+202E⟧`: what is read is what the version holds, sign by sign.
 */
export function readable<T>(value: T): T {
  return readableValue(value) as T;
}

function readableValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replace(TURNS, (sign) => `⟦U+${sign.charCodeAt(0).toString(16).toUpperCase()}⟧`);
  }
  if (Array.isArray(value)) {
    return value.map(readableValue);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readableValue(inner)]))
    : value;
}
