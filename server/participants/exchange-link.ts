import { findActor } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import type { ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import type { Subject } from '../access/subjects.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Tx } from '../db/sql.ts';
import { hasDevice, insertDevice, makeRoomForDevice } from './devices.ts';
import { type FoundLink, findLink } from './links.ts';

/** What an exchange gives: a new secret for the cookie, or null where the browser's own still holds. */
export interface Exchanged {
  participationId: string;
  secret: string | null;
}

/**
 * Turns the token of a personal link into a device. The token is no session: it only leads to the
 * question "Bist du …?" and the lobby. The same browser keeps its device; another browser becomes a
 * second device, marked as such. Unknown, expired and revoked tokens get the same answer.
 * @param tired this address has tried too many wrong tokens: a right one still opens, so that nobody can
 *   keep a whole office out of its meeting, but wrong ones are neither answered nor written down any more
 */
export async function exchangeLink(
  ctx: ServerContext,
  token: string,
  secretOf: (participationId: string) => string | null,
  tired = false,
): Promise<Exchanged> {
  const found = await ctx.sql.begin(async (tx) => {
    const link = await findLink(tx, token);
    if (!link) {
      return null;
    }
    if (link.refused) {
      if (tired) {
        return null;
      }
      await appendAuditEvent(
        tx,
        { kind: 'meeting', id: link.meetingId },
        {
          type: 'link_refused',
          body: { linkId: link.linkId, why: link.refused },
        },
      );
      return null;
    }
    return openLink(tx, link, secretOf(link.participationId));
  });
  if (!found) {
    throw new DomainError(tired ? 'rate_limited' : 'link_invalid');
  }
  return found;
}

async function openLink(tx: Tx, link: FoundLink, secret: string | null): Promise<Exchanged> {
  const { participationId, linkId, meetingId } = link;
  const subject: Subject = { kind: 'participation', id: participationId, meetingId };
  authorize({ kind: 'link', linkId, participationId }, 'exchangeLink', subject);
  // One after the other: whoever counts devices and writes one waits for whoever has counted before.
  await tx`select from participation where id = ${participationId} for no key update`;
  if (await findActor(tx, participationId, secret)) {
    return { participationId, secret: null };
  }
  await makeRoomForDevice(tx, participationId, linkId);
  // A room may have several screens; a person with two devices is something to look at.
  const secondDevice = link.personId !== null && (await hasDevice(tx, participationId));
  const device = await insertDevice(tx, {
    participationId,
    linkId,
    authSessionId: null,
    state: 'asked',
    secondDevice,
    expiresAt: link.expiresAt,
  });
  await tx`update join_link set first_used_at = now() where id = ${linkId} and first_used_at is null`;
  await appendAuditEvent(
    tx,
    { kind: 'meeting', id: meetingId },
    {
      type: 'link_used',
      body: { linkId, deviceId: device.deviceId, secondDevice },
    },
  );
  return { participationId, secret: device.secret };
}
