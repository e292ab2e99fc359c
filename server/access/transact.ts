import type { Tx } from '../db/sql.ts';
import { type Actor, findActorByDevice } from './actor.ts';
import type { CommandContext } from './command-context.ts';
import { DomainError } from './domain-error.ts';

/**
 * The transaction of a participant's command. Since the device was looked up, the command has waited for its body,
 * its turn and for locks: whoever was removed meanwhile writes nothing any more.
 * @throws DomainError `unauthenticated`, `not_admitted`: nothing has happened
 */
export function transact<T>({ sql, actor }: CommandContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    const done = await work(tx);
    await mustStillBeHere(tx, actor);
    return done;
  }) as Promise<T>;
}

/**
 * Asks again for the device, last of all: with the row of the meeting in hand, which everybody holds who ends a
 * device. So either the command is committed before the end, or it sees it.
 */
export async function mustStillBeHere(tx: Tx, { meetingId, deviceId, admissionState }: Actor): Promise<void> {
  await tx`select from meeting where id = ${meetingId} for no key update`;
  const now = await findActorByDevice(tx, deviceId);
  if (!now) {
    throw new DomainError('unauthenticated');
  }
  if (admissionState === 'admitted' && now.admissionState !== 'admitted') {
    throw new DomainError('not_admitted');
  }
}
