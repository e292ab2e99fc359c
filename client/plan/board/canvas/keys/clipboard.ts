import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource } from '#shared/documents/plan/resources.ts';
import type { BoardAt } from './board-keys.ts';

/** A pasted text becomes one card: one card is one sentence. */
const PASTED_CHARS = 500;

/** The words to be copied from a card: its own, or those of all cards where all are selected. */
export function copied({ plan, model, actions }: BoardAt, id: string | undefined): string | undefined {
  return actions.all && id !== undefined
    ? model.order
        .map((one) => wordsOf(plan, one))
        .filter(Boolean)
        .join('\n')
    : wordsOf(plan, id);
}

function wordsOf(plan: Plan, id: string | undefined): string | undefined {
  return (
    flatten(plan.goals).find((goal) => goal.id === id)?.sentence ??
    plan.resources.find((resource) => resource.id === id)?.title
  );
}

/** Makes a card of pasted words. False where nothing may or can be pasted. */
export function pasteText(
  { board, doc, plan, selected, actions, writable }: BoardAt,
  words: string,
): boolean {
  const text = words.trim().slice(0, PASTED_CHARS);
  if (!writable || text === '') {
    return false;
  }
  if (board === 'goals') {
    actions.addGoal(text);
  } else {
    const domain = plan.resources.find(({ id }) => id === selected)?.domain ?? 'persoenlich';
    addResource(doc, { domain, title: text }, ORIGIN.board);
  }
  return true;
}
