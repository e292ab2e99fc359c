import type { WebSocket } from 'ws';
import { CLOSE, type CloseName } from '#shared/wire/close.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import type { Actor } from '../access/actor.ts';
import type { OpenConnection, SyncHub } from '../sync/types.ts';
import type { TimelessView } from './meeting-view.ts';
import type { Presence } from './presence.ts';

/** One open live socket. */
export interface Viewer {
  socket: WebSocket;
  actor: Actor;
  lastSent: string;
  alive: boolean;
}

/** Closes sockets on the plan whose device may no longer be here: its time is over, or a message was lost. */
export function revokeStale(
  hub: SyncHub,
  connections: readonly OpenConnection[],
  actors: ReadonlyMap<string, Actor>,
): void {
  for (const { deviceId } of connections) {
    if (actors.get(deviceId)?.admissionState !== 'admitted') {
      hub.revoke({ deviceId }, 'forbidden');
    }
  }
}

/** Who is here, from the open sockets of those who may be here. */
export function presenceOf(
  { connections, cutOff }: Pick<Presence, 'connections' | 'cutOff'>,
  viewers: ReadonlySet<Viewer>,
  actors: ReadonlyMap<string, Actor>,
): Presence {
  const admitted = [...viewers].flatMap(({ actor }) => actors.get(actor.deviceId) ?? []);
  const here = admitted.filter(({ admissionState }) => admissionState === 'admitted');
  const screens = [...here, ...connections].filter(({ role }) => role === 'bildschirm');
  return {
    connections,
    cutOff,
    watching: new Set(here.map(({ participationId }) => participationId)),
    screens: new Set(screens.map(({ deviceId }) => deviceId)).size,
  };
}

/** Sends a view unless it is the one this viewer has. A reader that is too slow comes back to a fresh one. */
export function send(viewer: Viewer, view: TimelessView): void {
  const text = JSON.stringify(view);
  if (text === viewer.lastSent) {
    return;
  }
  if (viewer.socket.bufferedAmount > LIMITS.bufferedPauseBytes) {
    closeSocket(viewer.socket, 'slow');
    return;
  }
  viewer.lastSent = text;
  const timed = view.kind === 'table' ? { ...view, serverTime: new Date().toISOString() } : view;
  viewer.socket.send(JSON.stringify(timed));
}

/** Ends a socket that did not answer the last ping, and pings again. */
export function pingViewer(viewer: Viewer): void {
  if (!viewer.alive) {
    viewer.socket.terminate();
    return;
  }
  viewer.alive = false;
  viewer.socket.ping();
}

/** Closes a socket with one of our codes. */
export function closeSocket(socket: WebSocket, name: CloseName): void {
  socket.close(CLOSE[name].code, CLOSE[name].reason);
}
