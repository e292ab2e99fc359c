import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/sql.ts';
import type { Standing } from './actor.ts';
import { newSecret, secretHash } from './tokens.ts';

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
    state: Standing;
    secondDevice: boolean;
    expiresAt: Date;
  },
): Promise<NewDevice> {
  const made = { deviceId: randomUUID(), secret: newSecret() };
  await tx`insert into device
      (id, participation_id, secret_hash, link_id, auth_session_id, state, second_device, admitted_at, expires_at)
    values (${made.deviceId}, ${device.participationId}, ${secretHash(made.secret)}, ${device.linkId},
      ${device.authSessionId}, ${device.state}, ${device.secondDevice},
      ${device.state === 'admitted' ? new Date() : null}, ${device.expiresAt})`;
  return made;
}

/** Whether a participation already sits at a device: then another one is a second device. */
export async function hasDevice(tx: Tx, participationId: string): Promise<boolean> {
  const rows = await tx`select from device
    where participation_id = ${participationId} and state in ('waiting', 'admitted') and expires_at > now()`;
  return rows.length > 0;
}

/** Ends every device of a participation. */
export async function endDevices(tx: Tx, participationId: string): Promise<void> {
  await tx`update device set state = 'ended'
    where participation_id = ${participationId} and state in ('asked', 'waiting', 'admitted')`;
}
