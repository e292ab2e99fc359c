import { useSession, useStore } from '../../app/context.ts';

/**
 * Words of a field that are in no document yet: as a state, but they outlive the field's
 * disappearing and a reload, and count as not saved (UI49).
 * @param field a name of its own for the field
 */
export function useDraft(field: string): [words: string, set: (words: string) => void] {
  const { drafts } = useSession();
  const words = useStore(drafts.words).get(field) ?? '';
  return [words, (next) => drafts.keep(field, next)];
}
