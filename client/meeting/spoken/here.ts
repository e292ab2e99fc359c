import type { Place } from '../../plan/words/changes.ts';

/** What is chosen or open in front of somebody; its id is in the page. */
const CHOSEN = '[data-here], [data-goal][aria-selected=true]';

/** Whether a change is where somebody is: at what is chosen or open on the page, or has the focus. */
export function isHere({ record, part }: Place): boolean {
  const focused = document.activeElement?.closest('[data-here], [data-goal]');
  return [focused, ...document.querySelectorAll(CHOSEN)].some(
    (place) =>
      place instanceof HTMLElement &&
      [place.dataset['here'], place.dataset['goal']].some((id) => id === record || id === part),
  );
}

/** Where records and sections stand on the page, by id. */
const PLACES = '[data-here], [data-goal], [data-card], [data-resource]';

/** Whether the place of a change can be seen on this page just now. */
export function isInSight({ record, part }: Place): boolean {
  return [...document.querySelectorAll<HTMLElement>(PLACES)].some((place) => {
    const { here, goal, card, resource } = place.dataset;
    return [here, goal, card, resource].some((id) => id === record || id === part) && isSeen(place);
  });
}

function isSeen(place: HTMLElement): boolean {
  const { top, bottom, left, right } = place.getBoundingClientRect();
  const isOnScreen = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return isOnScreen && place.checkVisibility({ visibilityProperty: true });
}
