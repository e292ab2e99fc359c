/**
 * Whether what somebody typed is their name. Lenient on purpose: case, spaces and signs that a
 * keyboard lacks do not matter, the first or the last name alone is enough.
 */
export function isOwnName(
  typed: string,
  person: { firstName: string; lastName: string; displayName: string },
): boolean {
  const { firstName, lastName, displayName } = person;
  const names = [firstName, lastName, displayName, `${firstName} ${lastName}`, `${lastName} ${firstName}`];
  const said = [folded(typed, {}), folded(typed, UMLAUTS)].filter((name) => name !== '');
  const known = names.flatMap((name) => [folded(name, {}), folded(name, UMLAUTS)]);
  return said.some((name) => known.includes(name));
}

/** How umlauts are written where the keyboard has none. */
const UMLAUTS: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue' };

function folded(name: string, spelling: Record<string, string>): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöü]/g, (sign) => spelling[sign] ?? sign)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
