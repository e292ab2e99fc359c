import { isFamily } from '#shared/access/roles.ts';
import type { PersonRef, TableView } from '#shared/api/view.ts';

/** A person at the table by their id; nobody where it is empty or unknown. */
export function personOf(
  { persons }: { persons: readonly PersonRef[] },
  id: string | null | undefined,
): PersonRef | null {
  return persons.find((person) => person.id === id) ?? null;
}

/** Whose a new goal is before anybody says otherwise. */
export interface OwnWords {
  voice?: string;
  writer?: string;
}

/** Somebody of the family speaks in their own voice; who writes for others says for whom. What one writes bears one's name. */
export function ownWordsOf({ role, person }: TableView['me']): OwnWords {
  return person ? { writer: person.id, ...(isFamily(role) ? { voice: person.id } : {}) } : {};
}
