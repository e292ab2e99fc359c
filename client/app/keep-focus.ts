/**
 * Focus never falls to the page: when what had it goes away (a card is taken, somebody was let in,
 * a step is over), the nearest part of the page that is still there takes it. Whoever works with
 * the keyboard or listens to the page goes on from where they were.
 */

/** Parts of a page that can say where one is. */
const PLACES = '[data-region], dialog, [role="dialog"], [role="alertdialog"], main';

/** Where focus was put because what had it is gone. */
let stopgap: Element | null = null;

/** Whether nothing on the page has been chosen to have the focus: a new part may take it then. */
export function focusIsLost(): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || at === stopgap;
}

/** Starts watching the page; called once, before anything is drawn. */
export function keepFocus(): void {
  let last: Element | null = null;
  /** What stood around it; an element that is gone no longer knows. */
  let around: Element[] = [];

  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element && target !== document.body) {
      last = target;
      around = ancestorsOf(target);
    }
  });
  const look = (): void => {
    const gone = last;
    if (gone === null || gone.isConnected) {
      return;
    }
    // Dialogs, lists and new pages that take the focus themselves do it within a frame or two.
    afterFrames(2, () => {
      if (last === gone) {
        last = null;
        if (document.activeElement === document.body) {
          settle(around);
        }
      }
    });
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  noteHands();
}

/** Keys that go somewhere even from within a field; all others write there. */
const LEAVING: ReadonlySet<string> = new Set(['Tab', 'F6', 'Escape']);

/**
 * Notes on the page whether one moves by pointer or by keys. Where script has put the focus, a browser draws
 * a frame for everybody; around a whole part of the page it helps only who goes on by keys (UI140).
 */
function noteHands(): void {
  const { dataset } = document.documentElement;
  document.addEventListener(
    'pointerdown',
    () => {
      dataset['by'] = 'pointer';
    },
    { capture: true },
  );
  document.addEventListener(
    'keydown',
    ({ key, target }) => {
      const writes = target instanceof Element && target.matches('input, textarea, [contenteditable="true"]');
      if (!writes || LEAVING.has(key)) {
        dataset['by'] = 'keys';
      }
    },
    { capture: true },
  );
}

function afterFrames(count: number, then: () => void): void {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, then) : then()));
}

function ancestorsOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at; at = at.parentElement) {
    found.push(at);
  }
  return found;
}

function settle(around: readonly Element[]): void {
  const place =
    around.find((candidate) => candidate.isConnected && candidate.matches(PLACES)) ??
    document.querySelector('main');
  if (!(place instanceof HTMLElement)) {
    return;
  }
  if (!place.hasAttribute('tabindex')) {
    place.tabIndex = -1;
  }
  giveName(place);
  place.focus({ preventScroll: true });
  stopgap = place;
}

let named = 0;

/** Without a name a screen reader would read out all that stands in it: it is called by its heading. */
function giveName(place: HTMLElement): void {
  if (place.hasAttribute('aria-label') || place.hasAttribute('aria-labelledby')) {
    return;
  }
  const heading = place.querySelector('h1, h2, h3') ?? document.querySelector('h1');
  if (heading) {
    named += 1;
    heading.id ||= `heading-${named}`;
    place.setAttribute('aria-labelledby', heading.id);
  }
}
