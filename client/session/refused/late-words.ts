import { WORDS_FIELD } from '../../ui/words-field.ts';

/** Who has not typed for so long has seen that the field is gone. */
const PAUSE_MS = 1_500;
/** Keys that make a sign together with the next one. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'AltGraph', 'CapsLock', 'Dead']);

/**
 * A field that is closed under somebody's hands, because the plan is being frozen or the step is over,
 * takes no more letters, and a hand does not stop in the middle of a word. What it goes on typing is
 * caught, so that it neither vanishes nor acts as a command. Whoever left the field by a key or a press
 * of their own is typing no more.
 * @param why the reason, asked for when the first letter is caught
 */
export function catchLateWords<Why>(
  why: () => Why,
  put: (why: Why, words: string, place: string | undefined) => void,
): () => void {
  if (typeof window === 'undefined' || typeof document === 'undefined') {
    return () => undefined;
  }
  let field: Element | null = null;
  let typedAt = Number.NEGATIVE_INFINITY;
  let caught = '';
  let reason = why();
  let place: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const end = (): void => {
    clearTimeout(timer);
    field = null;
    if (caught.trim() !== '') {
      put(reason, caught, place);
    }
    caught = '';
  };
  const typed = ({ target }: Event): void => {
    if (target instanceof Element && target.matches(WORDS_FIELD)) {
      end();
      field = target;
      place = labelOf(target);
      typedAt = performance.now();
    }
  };
  const pressed = (event: KeyboardEvent): void => {
    if (MODIFIERS.has(event.key)) {
      return;
    }
    if (isPartOfAWord(event) && performance.now() - typedAt < PAUSE_MS && isClosed(field)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      typedAt = performance.now();
      // What is true by the end may be another: a plan is soon opened again.
      reason = caught === '' ? why() : reason;
      caught = event.key === 'Backspace' ? caught.slice(0, -1) : caught + event.key;
      clearTimeout(timer);
      timer = setTimeout(end, PAUSE_MS);
    } else if (!isPartOfAWord(event)) {
      end();
    }
  };
  document.addEventListener('input', typed, { capture: true });
  document.addEventListener('pointerdown', end, { capture: true });
  document.addEventListener('visibilitychange', end);
  window.addEventListener('pagehide', end);
  window.addEventListener('keydown', pressed, { capture: true });
  return () => {
    end();
    document.removeEventListener('input', typed, { capture: true });
    document.removeEventListener('pointerdown', end, { capture: true });
    document.removeEventListener('visibilitychange', end);
    window.removeEventListener('pagehide', end);
    window.removeEventListener('keydown', pressed, { capture: true });
  };
}

/** What the field is called on the page. */
function labelOf(field: Element): string | undefined {
  const label =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.labels?.[0] : null;
  return field.getAttribute('aria-label') ?? label?.textContent ?? undefined;
}

function isPartOfAWord({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  // Control and Alt together are AltGr, which makes signs.
  const isCommand = (ctrlKey || metaKey) && !altKey;
  return !isCommand && ([...key].length === 1 || key === 'Backspace');
}

/** Gone from the page or closed on it, and no other field has taken its place. */
function isClosed(field: Element | null): boolean {
  const isOpen = field?.isConnected === true && !field.matches(':disabled, :read-only');
  return field !== null && !isOpen && document.activeElement?.matches(WORDS_FIELD) !== true;
}
