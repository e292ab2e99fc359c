import type { Store } from '../../session/types.ts';
import { recall, remember } from '../memory.ts';
import { createStore } from '../store.ts';

/** Steps of the text size; all sizes are rem, so the step on <html> reaches everything. */
const STEPS = 3;

const step = createStore(readStep());

/** The chosen step: 0 is the usual size. */
export const textSize: Store<number> = step;
export const LARGEST_TEXT = STEPS - 1;

/** One step larger; after the largest the usual size again. */
export function nextTextSize(): void {
  step.set((step.get() + 1) % STEPS);
  remember('text-size', String(step.get()));
  applyTextSize();
}

/** Puts the chosen step on the page. */
export function applyTextSize(): void {
  document.documentElement.dataset['textSize'] = String(step.get());
}

function readStep(): number {
  const kept = Number(recall('text-size') ?? 0);
  return Number.isInteger(kept) && kept >= 0 && kept < STEPS ? kept : 0;
}
