import type { SignoffEntry } from '#shared/api/answers.ts';
import type { PersonRef, SignoffState } from '#shared/api/view.ts';

/** What one person said to a version, earlier answers beside the one that counts. */
export interface PersonAnswer {
  person: PersonRef;
  /**
   * In the order in which they came; the last one counts. None while nothing was said, or while it is
   * not for this viewer to know.
   */
  said: SignoffEntry[];
  /** What they had said to an earlier version, while they have said nothing to this one. */
  earlier: SignoffEntry | null;
}

/** Answers in the order in which people are expected; who answered without being expected follows. */
export function answersByPerson(
  expected: readonly SignoffState[],
  entries: readonly SignoffEntry[],
  earlier: readonly SignoffEntry[] = [],
): PersonAnswer[] {
  const people = new Map<string, PersonRef>();
  for (const { person } of [...expected, ...entries, ...earlier]) {
    people.set(person.id, people.get(person.id) ?? person);
  }
  return [...people.values()].map((person) => ({
    person,
    said: answersOf(person.id, entries),
    earlier: lastAnswerOf(person.id, earlier),
  }));
}

/** Whether an answer came after the version was sealed: an addendum. */
export function isAddendum(entry: SignoffEntry, sealedAt: string | null): boolean {
  return sealedAt !== null && Date.parse(entry.at) > Date.parse(sealedAt);
}

/** The answers of one person in the order in which they came, which the server knows and no clock. */
function answersOf(personId: string, entries: readonly SignoffEntry[]): SignoffEntry[] {
  return entries.filter(({ person }) => person.id === personId);
}

/** The answer of a person that counts. */
export function lastAnswerOf(personId: string, entries: readonly SignoffEntry[]): SignoffEntry | null {
  return answersOf(personId, entries).at(-1) ?? null;
}

/** Whether this version was frozen after an earlier one of the same meeting: "2.1" follows "2.0". */
export function followsAnother(versionNumber: string): boolean {
  return Number(versionNumber.split('.')[1] ?? 0) > 0;
}
