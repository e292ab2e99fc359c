import { leads, onlyReads, type ParticipantRole } from '#shared/access/parts.ts';
import type { CloseName } from '#shared/wire/close.ts';
import type { NackName } from '#shared/wire/messages.ts';

/** What the sync core counts while it works. Counts only: no id, no content. */
export interface SyncMeter {
  /** A sync message with content came in. */
  received(bytes: number): void;
  /** A message is durable and its sender has been told, `ms` after it came in. */
  acknowledged(ms: number): void;
  refused(code: NackName): void;
  /** The server closed a socket. */
  closed(name: CloseName): void;
  /** One statement of the log came back: how many rooms' rows, how large, how long it took. */
  committed(rows: number, bytes: number, ms: number): void;
  commitFailed(): void;
  /** One write to one socket, with so many frames in it. */
  sent(frames: number, bytes: number): void;
  /** So many presence frames were handed to sockets; `sent` counts them too. */
  presence(frames: number): void;
  /** A reader is too slow and gets nothing until it has caught up. */
  paused(): void;
  compacted(ok: boolean): void;
  /** A room could not go on and has closed its sockets. */
  roomFailed(): void;
}

/** How much there is at this moment. */
export interface SyncStats {
  /** Rooms that are open, and those that are being loaded. */
  rooms: number;
  loading: number;
  sockets: number;
  /** The sockets by what they are for. */
  socketsByKind: Record<SocketKind, number>;
  /** Messages that wait for a commit. */
  waiting: number;
}

/** What a socket is for: finer would tell who sits at a table. */
export const SOCKET_KINDS = ['leading', 'writing', 'reading', 'screen'] as const;
export type SocketKind = (typeof SOCKET_KINDS)[number];

/** The kind of a role's socket. */
export function socketKind(role: ParticipantRole): SocketKind {
  if (role === 'bildschirm') {
    return 'screen';
  }
  if (leads(role)) {
    return 'leading';
  }
  return onlyReads(role) ? 'reading' : 'writing';
}

const ignore = (): void => {};

/** Counts nothing. */
export const NO_METER: SyncMeter = {
  received: ignore,
  acknowledged: ignore,
  refused: ignore,
  closed: ignore,
  committed: ignore,
  commitFailed: ignore,
  sent: ignore,
  presence: ignore,
  paused: ignore,
  compacted: ignore,
  roomFailed: ignore,
};
