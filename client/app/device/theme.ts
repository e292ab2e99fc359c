import type { Store } from '../../session/types.ts';
import { recall, remember } from '../memory.ts';
import { createStore } from '../store.ts';

/** Colours of this device: as the system says, or as one likes. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AT = 'theme';

const chosen = createStore<Theme>(THEMES.find((name) => name === recall(KEPT_AT)) ?? 'system');

/** The chosen colours. */
export const theme: Store<Theme> = chosen;

/** Chooses colours and remembers them on this device. */
export function setTheme(next: Theme): void {
  chosen.set(next);
  remember(KEPT_AT, next);
  apply(next);
}

function apply(name: Theme): void {
  if (name === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = name;
  }
}

if (chosen.get() !== 'system') {
  apply(chosen.get());
}
