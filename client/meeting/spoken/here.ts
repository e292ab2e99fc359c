import type { Change } from '../../plan/words/changes.ts';

/** What is chosen or open in front of somebody; its id is in the page. */
const CHOSEN = '[data-here], [data-goal][aria-selected=true]';

/** Whether a change is where somebody is: at what is chosen or open on the page, or has the focus. */
export function isHere({ record, part }: Change): boolean {
  const focused = document.activeElement?.closest('[data-here], [data-goal]');
  return [focused, ...document.querySelectorAll(CHOSEN)].some(
    (place) =>
      place instanceof HTMLElement &&
      [place.dataset['here'], place.dataset['goal']].some((id) => id === record || id === part),
  );
}
