/**
 * Fields as high as their text. A field tells its height only once the page is laid out anew, so many of them
 * are measured together: one by one, a long list would be laid out once for each of its lines.
 */

const waiting = new Set<HTMLTextAreaElement>();

/** Makes a field as high as its text, before the page is drawn. */
export function asHighAsText(field: HTMLTextAreaElement): void {
  if (waiting.size === 0) {
    queueMicrotask(fitAll);
  }
  waiting.add(field);
}

function fitAll(): void {
  const fields = [...waiting];
  waiting.clear();
  for (const { style } of fields) {
    style.height = 'auto';
  }
  const heights = fields.map((field) => field.scrollHeight + field.offsetHeight - field.clientHeight);
  for (const [index, { style }] of fields.entries()) {
    style.height = `${heights[index]}px`;
  }
}

/** One for all: an observer a field would tell each of them apart. Made with the first field. */
let widths: ResizeObserver | null = null;

/** Keeps a field as high as its text while its width changes, until what is returned is called. */
export function keepAsHighAsText(field: HTMLTextAreaElement): () => void {
  widths ??= new ResizeObserver((entries) => {
    for (const { target } of entries) {
      asHighAsText(target as HTMLTextAreaElement);
    }
  });
  widths.observe(field);
  return () => {
    widths?.unobserve(field);
    waiting.delete(field);
  };
}
