import { useSession, useStore } from '../../app/context.ts';
import { type FormName, isOfForm } from '../../session/pending/drafts.ts';

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

/** A form that is handed in by itself, not through the plan. */
export interface FormDraft<T> {
  form: T;
  change(part: Partial<T>): void;
  /** It was handed in. */
  forget(): void;
}

/**
 * What stands in a form that is not handed in yet; kept and counted as the words of a field are.
 * @param read makes a form of what was kept, or of nothing
 */
export function useFormDraft<T extends object>(
  name: FormName,
  read: (kept: string | undefined) => T,
): FormDraft<T> {
  const { drafts } = useSession();
  const form = read(useStore(drafts.words).get(name));
  return {
    form,
    // What was changed a moment ago may not be drawn yet.
    change: (part) => drafts.keep(name, JSON.stringify({ ...read(drafts.words.get().get(name)), ...part })),
    forget: () => {
      for (const field of drafts.words.get().keys()) {
        if (isOfForm(field, name)) {
          drafts.keep(field, '');
        }
      }
    },
  };
}
