/**
 * What a person says to a frozen version. The first four are offered in this order, at the same
 * size, to everybody; none blocks sealing (domain: signatureStatus).
 */
export const DECISIONS = ['einverstanden', 'mit_anmerkung', 'nicht_einverstanden', 'bedenkzeit'] as const;
export type Decision = (typeof DECISIONS)[number];

/** How it was confirmed: the name was typed, or a button was held (or pressed twice). */
export const SIGNOFF_METHODS = ['name_getippt', 'bestaetigt'] as const;
export type SignoffMethod = (typeof SIGNOFF_METHODS)[number];

/** Longest own sentence beside a decision, in characters. */
export const REMARK_CHARS = 2000;
/** The same on paper, where each line break begins a line: some forty of them beside all those characters. */
export const REMARK_PAPER = 2 * REMARK_CHARS;

/**
 * A change of mind is taken until the end of this many days after sealing, in the office's time zone;
 * before sealing always. Who has not decided yet is not bound by it.
 */
export const CHANGE_OF_MIND_DAYS = 14;

/** Where a decision stands among those of its person: the only one, the first, or a later one. */
export type Turn = 'only' | 'first' | 'then';

/**
 * Decisions person by person, in the order in which each first decided; those of one person together,
 * in the order in which they came. The last of a person is the one that counts.
 */
export function inTurns<T extends { person: { id: string } }>(
  entries: readonly T[],
): { entry: T; turn: Turn }[] {
  const byPerson = new Map<string, T[]>();
  for (const entry of entries) {
    byPerson.set(entry.person.id, [...(byPerson.get(entry.person.id) ?? []), entry]);
  }
  return [...byPerson.values()].flatMap((own) =>
    own.map((entry, index) => ({ entry, turn: own.length === 1 ? 'only' : index === 0 ? 'first' : 'then' })),
  );
}
