/**
 * Style sheets that a part of the page needs and that could not be had. Vite asks for each only once: of one that
 * failed its loader (8.3, `preloadOnce`) keeps the address, and the part would come without its looks the next time.
 */
const missing = new Set<string>();

/**
 * A style sheet that failed is taken out at once: left there it would count as loaded. Called once, before anything
 * is drawn.
 */
export function noteFailedStyles(): void {
  const note = ({ target }: Event): void => {
    if (target instanceof HTMLLinkElement && target.rel === 'stylesheet') {
      missing.add(target.href);
      target.remove();
    }
  };
  document.addEventListener('error', note, { capture: true });
}

/** Asks once more for those that failed; rejects where one cannot be had. */
export async function bringFailedStyles(): Promise<void> {
  await Promise.all([...missing].map(bring));
}

function bring(href: string): Promise<void> {
  missing.delete(href);
  return new Promise((resolve, reject) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`no style sheet at ${href}`)));
    document.head.append(link);
  });
}
