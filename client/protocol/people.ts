import type { PersonRef } from '#shared/api/view.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

/**
 * A person of a version as they are drawn. The name is the frozen one; the colour is the table's,
 * and somebody who is no longer known there still has a name.
 */
export function drawnPerson(id: string, persons: readonly PersonRef[], content: ProtocolContent): PersonRef {
  const frozen = content.persons.find((person) => person.id === id);
  const known = persons.find((person) => person.id === id);
  return {
    id,
    name: frozen?.name ?? known?.name ?? '',
    initials: frozen?.initials || (known?.initials ?? ''),
    hue: known?.hue ?? 6,
    subtitle: known?.subtitle ?? '',
  };
}
