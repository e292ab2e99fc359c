import { leads, type ParticipantRole } from '#shared/access/parts.ts';
import type { Language } from '#shared/i18n/language.ts';
import { findActor } from '../access/actor.ts';
import { authorizeCommand } from '../access/authorize.ts';
import type { CommandContext, ServerContext } from '../access/command-context.ts';
import { DomainError } from '../access/domain-error.ts';
import type { StaffAccount } from '../access/principals.ts';
import { appendAuditEvent } from '../audit/chain.ts';
import type { Sql, Tx } from '../db/sql.ts';
import { insertDevice, makeRoomForSession } from './devices.ts';
import type { Exchanged } from './exchange-link.ts';
import { staffExpiry } from './lifetimes.ts';

/**
 * Somebody with an account takes their seat. Who leads is at the table at once; others wait as everybody does.
 * They are spoken to as on the page they come from, where they have chosen a language there.
 */
export async function enterByAccount(
  ctx: CommandContext<StaffAccount>,
  { meetingId, language }: { meetingId: string; language?: Language | undefined },
  secretOf: (participationId: string) => string | null,
): Promise<Exchanged> {
  authorizeCommand(ctx, 'enterMeeting');
  const { actor: staff } = ctx;
  const { ended, ...entered } = await ctx.sql.begin(async (tx) => {
    const [seat] = await tx<{ participationId: string; role: ParticipantRole }[]>`
      select p.id as "participationId", p.role from participation p
      join person on person.id = p.person_id
      join meeting m on m.id = p.meeting_id join plan_case c on c.id = m.case_id
      where p.meeting_id = ${meetingId} and person.account_id = ${staff.userId}
        and p.removed_at is null and c.status <> 'archiviert'`;
    if (!seat) {
      throw new DomainError('not_found');
    }
    const { participationId } = seat;
    const known = await findActor(tx, participationId, secretOf(participationId));
    if (known?.authSessionId === staff.sessionId) {
      if (language !== undefined) {
        await tx`update device set language = ${language} where id = ${known.deviceId}`;
      }
      return { participationId, secret: null, ended: [] };
    }
    const ended = await makeRoomForSession(tx, participationId, staff.sessionId);
    const device = await insertDevice(tx, {
      participationId,
      linkId: null,
      authSessionId: staff.sessionId,
      state: leads(seat.role) ? 'admitted' : 'asked',
      secondDevice: false,
      expiresAt: staffExpiry(ctx.now()),
      language,
    });
    await appendAuditEvent(
      tx,
      { kind: 'meeting', id: meetingId },
      {
        type: 'account_entered',
        body: { participationId, deviceId: device.deviceId },
      },
    );
    await mustBeSignedIn(tx, staff);
    return { participationId, secret: device.secret, ended };
  });
  for (const deviceId of ended) {
    ctx.hub.revoke({ deviceId }, 'unauthenticated');
  }
  ctx.live.changed(meetingId);
  return entered;
}

/** Signed out while the request waited: then nobody has entered. */
async function mustBeSignedIn(tx: Tx, { sessionId }: StaffAccount): Promise<void> {
  const living = await tx`select from "session" where "id" = ${sessionId} and "expiresAt" > now()`;
  if (living.length === 0) {
    throw new DomainError('unauthenticated');
  }
}

/** An account's session has ended: its devices end with it, and their sockets close. */
export async function endSession(ctx: ServerContext, authSessionId: string): Promise<void> {
  const ended = await ctx.sql.begin(async (tx) => {
    const rows = await tx<{ deviceId: string; meetingId: string }[]>`
      update device d set state = 'ended' from participation p
      where p.id = d.participation_id and d.auth_session_id = ${authSessionId}
        and d.state in ('asked', 'waiting', 'admitted')
      returning d.id as "deviceId", p.meeting_id as "meetingId"`;
    // What a command of theirs has begun is written before this, or not at all.
    await tx`select from meeting where id = any(${rows.map(({ meetingId }) => meetingId)}::text[])
      order by id for no key update`;
    return rows;
  });
  for (const { deviceId, meetingId } of ended) {
    ctx.hub.revoke({ deviceId }, 'unauthenticated');
    ctx.live.changed(meetingId);
  }
}

/** An account's session goes on under another id: so do its seats. */
export async function renewSession(sql: Sql, before: string, sessionId: string): Promise<void> {
  await sql`update device set auth_session_id = ${sessionId} where auth_session_id = ${before}`;
}
