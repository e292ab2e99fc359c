import { isYoungPerson } from '#shared/access/roles.ts';
import type { PersonRef } from '#shared/api/view.ts';
import { useView } from '../app/context.ts';

/** The young person whom the meeting is about, as far as they are one of its people. */
export function useYoungPerson(): PersonRef | null {
  return useView().participants.find(({ role }) => isYoungPerson(role))?.person ?? null;
}
