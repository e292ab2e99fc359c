import { keepOpened, openedNow, useOpened } from '../app/opened.ts';

/** Under which name the page's entry in the history holds what who leads has selected (UI180). */
const SELECTED = 'selected';

/** What was selected before the page was loaded anew. */
export function selectedBefore(): string | null {
  return openedNow()[SELECTED] ?? null;
}

/** The same, followed. */
export function useKeptSelected(): string | null {
  return useOpened(SELECTED);
}

/** Keeps what is selected now, without a way back to it. */
export function keepSelected(id: string | null): void {
  const { [SELECTED]: _, ...rest } = openedNow();
  keepOpened(id === null ? rest : { ...rest, [SELECTED]: id });
}
