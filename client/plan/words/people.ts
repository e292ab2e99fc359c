import { isFamily } from '#shared/access/roles.ts';
import type { PersonRef, TableView } from '#shared/api/view.ts';

/** A person at the table by their id; nobody where it is empty or unknown. */
export function personOf(
  { persons }: { persons: readonly PersonRef[] },
  id: string | null | undefined,
): PersonRef | null {
  return persons.find((person) => person.id === id) ?? null;
}

/** Somebody of the family speaks in their own voice; who writes for others says for whom. */
export function voiceOf({ role, person }: TableView['me']): { voice?: string } {
  return isFamily(role) && person ? { voice: person.id } : {};
}
