import type { WaitingDevice } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';

/** Who waits, in words; the shared screen is nobody. */
export function nameOf({ person }: WaitingDevice, t: Translate): string {
  return person?.name ?? t('table.screen');
}

/** Nobody is forgotten outside: who leads is told anew each time this has passed. */
export const REMIND_MS = 5 * 60_000;

/** Whether somebody who was put aside stays so: after a while they stand in the strip again. */
export function isAside(putAt: number | undefined, now: number): boolean {
  return putAt !== undefined && now - putAt < REMIND_MS;
}

/** How often somebody is to be called to mind by now: once for each five minutes outside. */
export function remindersOf({ since }: WaitingDevice, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(since)) / REMIND_MS));
}
