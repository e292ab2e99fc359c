import { randomUUID } from 'node:crypto';
import type { Language } from '#shared/i18n/language.ts';
import type { AdmissionState } from '../access/actor.ts';
import { DomainError } from '../access/domain-error.ts';
import { newSecret, secretHash } from '../access/tokens.ts';
import type { Tx } from '../db/sql.ts';

/** A device that was just made; its secret goes into the cookie and nowhere else. */
export interface NewDevice {
  deviceId: string;
  secret: string;
}

/** Makes a device of a participation. */
export async function insertDevice(
  tx: Tx,
  device: {
    participationId: string;
    linkId: string | null;
    authSessionId: string | null;
    state: AdmissionState;
    secondDevice: boolean;
    expiresAt: Date;
    /** Chosen before this seat was taken; without it the person's own. */
    language?: Language | undefined;
  },
): Promise<NewDevice> {
  const made = { deviceId: randomUUID(), secret: newSecret() };
  await tx`insert into device
      (id, participation_id, secret_hash, link_id, auth_session_id, state, second_device, admitted_at, expires_at,
       language)
    values (${made.deviceId}, ${device.participationId}, ${secretHash(made.secret)}, ${device.linkId},
      ${device.authSessionId}, ${device.state}, ${device.secondDevice},
      ${device.state === 'admitted' ? new Date() : null}, ${device.expiresAt}, ${device.language ?? null})`;
  return made;
}

/** Whether a participation already sits at a device: then another one is a second device. */
export async function hasDevice(tx: Tx, participationId: string): Promise<boolean> {
  const rows = await tx`select from device
    where participation_id = ${participationId} and state in ('waiting', 'admitted') and expires_at > now()`;
  return rows.length > 0;
}

/** New devices of one link in a minute: a room full of trying, not a flood. */
const MOST_NEW_A_MINUTE = 60;
/** Devices of one link that have not answered "Bist du …?" yet; the oldest gives way. */
const MOST_ASKED = 20;
/** Devices of one link that may knock at the same time: the facilitator has to look at each. */
const MOST_WAITING = 10;

/**
 * Whoever holds a link can open it again and again; what that makes is bounded, for each link by itself: who
 * got hold of an old one must not keep the person with the new one out. Throws `rate_limited`.
 */
export async function makeRoomForDevice(tx: Tx, participationId: string, linkId: string): Promise<void> {
  const fresh = await tx`select from device
    where participation_id = ${participationId} and link_id = ${linkId} and created_at > now() - interval '1 minute'`;
  if (fresh.length >= MOST_NEW_A_MINUTE) {
    throw new DomainError('rate_limited');
  }
  await tx`update device set state = 'ended' where id in (
    select id from device
    where participation_id = ${participationId} and link_id = ${linkId} and state = 'asked'
    order by created_at desc, id offset ${MOST_ASKED - 1})`;
}

/** Devices of one account session at one seat: its browser has one, unless its cookies were cleared. */
const MOST_OF_SESSION = 5;

/** Ends what one account session has too many of at a seat, the oldest first; gives their ids. */
export async function makeRoomForSession(
  tx: Tx,
  participationId: string,
  authSessionId: string,
): Promise<string[]> {
  await tx`select from participation where id = ${participationId} for no key update`;
  const ended = await tx<{ id: string }[]>`update device set state = 'ended' where id in (
    select id from device
    where participation_id = ${participationId} and auth_session_id = ${authSessionId}
      and state in ('asked', 'waiting', 'admitted')
    order by created_at desc, id offset ${MOST_OF_SESSION - 1}) returning id`;
  return ended.map(({ id }) => id);
}

/** Throws `rate_limited` where enough devices knock already that came by the same link as this one. */
export async function mustHaveRoomToWait(tx: Tx, participationId: string, deviceId: string): Promise<void> {
  const waiting = await tx`select from device
    where participation_id = ${participationId} and state = 'waiting' and expires_at > now()
      and link_id is not distinct from (select link_id from device where id = ${deviceId})`;
  if (waiting.length >= MOST_WAITING) {
    throw new DomainError('rate_limited');
  }
}

/** Ends every device of a participation. */
export async function endDevices(tx: Tx, participationId: string): Promise<void> {
  await tx`update device set state = 'ended'
    where participation_id = ${participationId} and state in ('asked', 'waiting', 'admitted')`;
}
