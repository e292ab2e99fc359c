import * as z from 'zod/mini';
import type { PlanPart } from '#shared/documents/plan/roots.ts';
import { createStore } from '../../app/store.ts';
import type { Drafts } from '../types.ts';
import { keptList, tabStorage, unsavedKey, unsavedOfOthers } from './tab-storage.ts';

/** Begins the names of forms that are handed in by themselves, not through the plan. */
const FORM = 'form:';
export type FormName = `${typeof FORM}${string}`;
/** What somebody is going to say to a version. */
export const ANSWER: FormName = 'form:answer';
/** Until when they think, while that is no day yet. */
export const ANSWER_DAY: FormName = `${ANSWER} day`;

const fieldsWithWords = z.array(z.tuple([z.string(), z.string()]));

/** Whether a draft is a form, or a field of it that holds what is no value yet. */
export function isOfForm(field: string, form: FormName): boolean {
  return field === form || field.startsWith(`${form} `);
}

/** How many fields and forms hold something that is not handed in; a form only while it can be. */
export function countDrafts(words: ReadonlyMap<string, string>, isPlanOpen: boolean): number {
  return [...words.keys()].filter((field) => !(isPlanOpen && field.startsWith(FORM))).length;
}

/** The drafts of one participation in this tab; `changed` hears of every change. */
export function createDrafts(
  participationId: string,
  changed: () => void,
  storage: Storage | null = tabStorage(),
): Drafts {
  const kept = keptList(unsavedKey(participationId, 'drafts'), fieldsWithWords, storage);
  const words = createStore<ReadonlyMap<string, string>>(new Map(kept.read()));
  forgetOthersAnswers(participationId, storage);
  const set = (next: ReadonlyMap<string, string>): void => {
    words.set(next);
    kept.write([...next]);
    changed();
  };
  return {
    words,
    keep(field, typed) {
      if ((words.get().get(field) ?? '') === typed) {
        return;
      }
      const next = new Map(words.get());
      next.delete(field);
      set(typed.trim() === '' ? next : next.set(field, typed));
    },
    takeAll() {
      const [forms, lines] = [new Map<string, string>(), new Map<string, string>()];
      for (const [field, typed] of words.get()) {
        (field.startsWith(FORM) ? forms : lines).set(field, typed);
      }
      if (lines.size > 0) {
        set(forms);
      }
      return [...lines].map(([field, typed]) => ({ words: typed, place: partOfField(field) }));
    },
  };
}

/** The part of the plan that the words of a field were to go to, as the beginning of its name tells. */
const PART_OF_FIELD: readonly (readonly [string, PlanPart])[] = [
  ['goal-add', 'goals'],
  ['help ', 'goals'],
  ['resource-add', 'resources'],
  ['strength-title', 'resources'],
  ['agreement-add', 'agreements'],
];

function partOfField(field: string): string | undefined {
  return PART_OF_FIELD.find(([name]) => field.startsWith(name))?.[1];
}

/** A device may have been passed on: what one person was going to say is not there for the next. */
function forgetOthersAnswers(participationId: string, storage: Storage | null): void {
  for (const key of unsavedOfOthers(participationId, 'drafts', storage)) {
    const kept = keptList(key, fieldsWithWords, storage);
    kept.write(kept.read().filter(([field]) => !isOfForm(field, ANSWER)));
  }
}
