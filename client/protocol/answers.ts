import type { SignoffEntry } from '#shared/api/answers.ts';
import type { PersonRef, SignoffState } from '#shared/api/view.ts';

/** What one person said to a version: the answer that counts, and what they said before it. */
export interface PersonAnswer {
  person: PersonRef;
  /** Null while nothing was said, or while it is not for this viewer to know. */
  last: SignoffEntry | null;
  /** Earlier answers, newest first. They stay beside the version. */
  before: SignoffEntry[];
}

/** Answers in the order in which people are expected; who answered without being expected follows. */
export function answersByPerson(
  expected: readonly SignoffState[],
  entries: readonly SignoffEntry[],
): PersonAnswer[] {
  const people = new Map<string, PersonRef>();
  for (const { person } of [...expected, ...entries]) {
    people.set(person.id, people.get(person.id) ?? person);
  }
  return [...people.values()].map((person) => {
    const [last = null, ...before] = answersOf(person.id, entries);
    return { person, last, before };
  });
}

/** Whether an answer came after the version was sealed: an addendum. */
export function isAddendum(entry: SignoffEntry, sealedAt: string | null): boolean {
  return sealedAt !== null && Date.parse(entry.at) > Date.parse(sealedAt);
}

/** The answers of one person, the one that counts first. */
export function answersOf(personId: string, entries: readonly SignoffEntry[]): SignoffEntry[] {
  return entries
    .filter(({ person }) => person.id === personId)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** Whether this version was frozen after an earlier one of the same meeting: "2.1" follows "2.0". */
export function followsAnother(versionNumber: string): boolean {
  return Number(versionNumber.split('.')[1] ?? 0) > 0;
}
