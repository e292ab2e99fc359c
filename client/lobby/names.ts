import { isYoungPerson } from '#shared/access/roles.ts';
import type { LobbyView, TableView } from '#shared/api/view.ts';

/** A name that does not break between "Herr" and "Krüger". */
export function unbroken(name: string): string {
  return name.replaceAll(' ', '\u00a0');
}

/** Whether the plan is this person's own. */
export function isOwnPlan({ me }: LobbyView | TableView): boolean {
  return isYoungPerson(me.role);
}
