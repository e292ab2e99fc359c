import type { Store } from '../../session/types.ts';
import { recall, remember } from '../memory.ts';
import { createStore } from '../store.ts';

/** What this device tells screen readers of others' changes: all, those where one is oneself, or nothing. */
export const HEARD = ['all', 'here', 'off'] as const;
export type Heard = (typeof HEARD)[number];

const KEPT_AT = 'heard';

const chosen = createStore<Heard>(HEARD.find((name) => name === recall(KEPT_AT)) ?? 'all');

/** The choice of this device. */
export const heard: Store<Heard> = chosen;

/** Chooses what is told and remembers it on this device. */
export function setHeard(next: Heard): void {
  chosen.set(next);
  remember(KEPT_AT, next);
}
