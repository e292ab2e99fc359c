/** What these functions do happens in the page: each is sent there as text and may use nothing from outside. */

/** Which element is meant; of several the first that is seen, or the last. */
export interface Where {
  testId?: string;
  css?: string;
  /** `field` is whatever one writes or chooses in. */
  role?: 'button' | 'link' | 'heading' | 'field';
  /** Its accessible name, whole. */
  name?: string;
  /** A part of its words. */
  text?: string;
  last?: boolean;
  /** Pressed though something lies over it, as the drawing does over the cards of the board. */
  through?: boolean;
}

/** An element as it is now. */
export interface Seen {
  /** Its middle. */
  x: number;
  y: number;
  top: number;
  text: string;
  /** What lies over its middle, where something does. */
  covered: string | null;
}

/** The element in the page, brought into view where that is wanted, or null where none is shown. */
export function look(where: Where, bring: boolean): Seen | null {
  const roles = {
    button: 'button, [role=button]',
    link: 'a[href], [role=link]',
    heading: 'h1, h2, h3, [role=heading]',
    field: 'input, textarea, select, [role=textbox]',
  };
  const nameOf = (one: HTMLElement): string => {
    const ids = one.getAttribute('aria-labelledby')?.split(' ') ?? [];
    const labels = one instanceof HTMLInputElement ? [...(one.labels ?? [])] : [];
    const words = [...ids.map((id) => document.getElementById(id)), ...labels].map((by) => by?.textContent);
    return (one.getAttribute('aria-label') || words.join(' ') || one.textContent || '').trim();
  };
  const selector = where.testId
    ? `[data-testid="${where.testId}"]`
    : (where.css ?? roles[where.role ?? 'button']);
  const found = [...document.querySelectorAll<HTMLElement>(selector)].filter(
    (one) =>
      one.checkVisibility({ visibilityProperty: true }) &&
      one.getBoundingClientRect().width > 0 &&
      (where.name === undefined || nameOf(one) === where.name) &&
      (where.text === undefined || (one.textContent ?? '').includes(where.text)),
  );
  const one = where.last ? found.at(-1) : found[0];
  if (!one) {
    return null;
  }
  if (bring) {
    one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  }
  const box = one.getBoundingClientRect();
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const hit = document.elementFromPoint(x, y);
  const free =
    where.through ||
    (hit && (one.contains(hit) || hit.contains(one) || hit.closest('label')?.control === one));
  const value = 'value' in one ? String(one.value) : '';
  return {
    x,
    y,
    top: box.top,
    text: value || (one.textContent ?? ''),
    covered: free ? null : (hit?.outerHTML.slice(0, 120) ?? 'nothing'),
  };
}

/** From now on the page keeps the errors it makes. */
export function keepTroubles(): void {
  const page = window as Window & { troubles?: string[] };
  if (page.troubles) {
    return;
  }
  const troubles: string[] = [];
  page.troubles = troubles;
  window.addEventListener('error', ({ message }) => {
    // Told where something is measured anew in the next frame, as when a phone is turned; nothing is lost by it.
    if (!message.startsWith('ResizeObserver loop')) {
      troubles.push(message);
    }
  });
  window.addEventListener('unhandledrejection', ({ reason }) => troubles.push(String(reason)));
  const { error } = console;
  console.error = (...said: unknown[]) => {
    troubles.push(said.map(String).join(' '));
    error(...said);
  };
}
