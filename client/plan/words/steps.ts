import type { Goal } from '#shared/documents/plan/goals.ts';
import { formatDay, formatList } from '../../app/format.ts';
import { inParts, type Part, planWords } from '../../ui/text/in-parts.ts';
import { personOf } from './people.ts';
import { joined, type Words } from './words.ts';

/** How far a step is; the words are `ui.step.<state>`. */
export type StepState = 'open' | 'partly' | 'done';

/** How far a step is. */
export function stepState({ status }: Pick<Goal, 'status'>): StepState {
  if (status === 'erledigt') {
    return 'done';
  }
  return status === 'teilweise_erledigt' ? 'partly' : 'open';
}

/** Whether a step is still to be done. */
export function isOpenStep({ status }: Pick<Goal, 'status'>): boolean {
  return status === 'offen' || status === 'in_arbeit';
}

/** Steps still to do and steps done. */
export function countSteps(goal: Goal): { open: number; done: number } {
  const done = goal.children.filter((step) => stepState(step) === 'done').length;
  return { open: goal.children.length - done, done };
}

type Duty = Pick<Goal, 'responsible' | 'supporters' | 'recurrence' | 'dueDate'>;

/** Who does it and when: "Frau Wegner, mit Leon · bis 12. März · sonntags". */
export function whoAndWhen(words: Omit<Words, 'plan'>, duty: Duty): Part[] {
  return inParts(spokenDuty(words, duty));
}

/** The same as one text, for the middle of another. */
export function spokenDuty(words: Omit<Words, 'plan'>, duty: Duty): string {
  return joined([who(words, duty), when(words, duty)], ' · ');
}

function who(words: Omit<Words, 'plan'>, { responsible, supporters }: Duty): string {
  const { t, locale, self } = words;
  const nameOf = (id: string | null, own: string | undefined): string =>
    (id !== null && id === self?.id ? own : undefined) ?? personOf(words, id)?.name ?? '';
  const lead = nameOf(responsible, self?.who);
  const named = supporters.map((id) => nameOf(id, self?.withWhom)).filter((name) => name !== '');
  const others = formatList(named, locale);
  return lead === '' || others === '' ? lead + others : t('outline.who_with', { lead, others });
}

/** Until when, and how often: a day that was agreed is told beside what comes again too. */
function when({ t, locale }: Omit<Words, 'plan'>, { recurrence, dueDate }: Duty): string {
  const until = dueDate ? t('outline.until', { day: formatDay(dueDate, locale) }) : '';
  return joined([until, recurrence ? planWords(recurrence) : ''], ' · ');
}
