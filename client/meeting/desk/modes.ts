/** What may fill the table, in the order of the digits that choose it. */
const MODES = ['list', 'board', 'protocol', 'both'] as const;
/** What fills the table: the list, the board, the protocol, or list and board. */
export type DeskMode = (typeof MODES)[number];

/** The part of a key event that counts here. */
interface ModePress {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
}

/**
 * The view that Alt and a digit choose. The place of the key decides, because Alt makes other signs of
 * digits on a Mac, and French keyboards have signs there; such a sign is written in a field.
 */
export function modeKey({ key, code, altKey, ctrlKey }: ModePress, inField: boolean): DeskMode | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  const asked = altKey && !ctrlKey && digit !== undefined && (key === digit || !inField);
  return asked ? MODES[Number(digit) - 1] : undefined;
}
