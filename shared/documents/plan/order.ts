import { generateKeyBetween } from 'fractional-indexing';

/** Order keys of siblings: strings between which there is always room (fractional indexing). */

/** Head of a key and how many digits its whole part has: a0, b00 ... upwards, Z0, Y00 ... downwards. */
function wholeLength(head: string): number {
  const code = head.charCodeAt(0);
  return code >= 97 ? code - 97 + 2 : 90 - code + 2;
}

/** Keys grow by a character in six moves into one gap; one far longer would make all beside it too long. */
const MOST_CHARS = 500;

/**
 * Whether a new key can be made beside this one. The document may hold any string here, and one that is
 * no key must not keep everybody else from adding something.
 */
export function isOrderKey(key: string): boolean {
  if (key.length > MOST_CHARS || !/^[A-Za-z][0-9A-Za-z]*$/.test(key)) {
    return false;
  }
  const whole = wholeLength(key.charAt(0));
  const endsInZero = key.length > whole && key.endsWith('0');
  return key.length >= whole && !endsInZero && key !== `A${'0'.repeat(26)}`;
}

/** A key between two, each a key, or null where there is no neighbour. */
export function orderBetween(left: string | null, right: string | null): string {
  // Two people may have made the same key at once; between equal keys there is no room, so go behind both.
  return generateKeyBetween(left, left !== null && right !== null && left >= right ? null : right);
}
