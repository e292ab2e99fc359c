import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Writer } from '#server/sync/guard/context.ts';
import type { SyncLimits } from '#server/sync/limits.ts';
import { createSyncHub, type SyncHubOptions } from '#server/sync/room/hub.ts';
import { systemTimers, type Timers } from '#server/sync/timers.ts';
import type { SyncHub, SyncParticipant } from '#server/sync/types.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { leads } from '#shared/access/parts.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { CLOSE } from '#shared/wire/close.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import type { FuzzBase } from './base.ts';
import { type Inserts, type MortalStore, mortalStore } from './mortal-store.ts';

/** A device of somebody at the table, as the access layer knows it at this moment. */
export interface Seat {
  participationId: string;
  deviceId: string;
  role: ParticipantRole;
  admitted: boolean;
  /** The server takes its socket for one that does not drain. */
  slow: boolean;
  /** It was so once: then it may show for half a minute who left meanwhile. */
  wasSlow: boolean;
}

/** What all servers of one run share. */
export interface House {
  base: FuzzBase;
  seats: ReadonlyMap<string, Seat>;
  inserts: Inserts;
  /** What no server may do, in words. */
  faults: string[];
  troubles: unknown[];
  /** Replaces parts of the hub; for runs that must fail. */
  weaken?: (options: SyncHubOptions) => SyncHubOptions;
}

/** One server process, as far as sync is concerned. */
export interface FuzzServer {
  hub: SyncHub;
  store: MortalStore;
  port: number;
  close(): Promise<void>;
  /** Ends without a word, as after `kill -9`. */
  crash(): Promise<void>;
}

/** Impatient where waiting would only cost the test time; small where growing would. */
const FUZZ_LIMITS: Partial<SyncLimits> = {
  messagesBurst: 100_000,
  compactAboveBytes: 4_000,
  sweepMs: 40,
  pingMs: 200,
  pongTimeoutMs: 2_000,
  keepAliveMs: 500,
  roomIdleMs: 150,
};

/** Opens a server over the store of the house. */
export async function openFuzzServer(house: House): Promise<FuzzServer> {
  const store = mortalStore(house.base.store, house.inserts);
  const timers = mortalTimers();
  const options: SyncHubOptions = {
    store,
    kinds: DOCUMENT_KINDS,
    facts: house.base.facts,
    limits: FUZZ_LIMITS,
    timers,
    onTrouble: (_planId, error) => house.troubles.push(error),
  };
  const hub = createSyncHub(house.weaken?.(options) ?? options);
  const http = createServer();
  const sockets = new WebSocketServer({
    server: http,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
  });
  sockets.on('connection', (socket, request) => {
    const [, deviceId = '', documentId = ''] = (request.url ?? '').split('/');
    const seat = house.seats.get(deviceId);
    if (!seat?.admitted) {
      socket.close(CLOSE.forbidden.code, CLOSE.forbidden.reason);
      return;
    }
    watch(socket, seat, house);
    hub.connect(socket, documentId, participantOf(seat));
  });
  const lines = new Set<Socket>();
  http.on('connection', (line) => {
    lines.add(line);
    line.once('close', () => lines.delete(line));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  const shut = (): Promise<void> => {
    for (const line of lines) {
      line.destroy();
    }
    return new Promise((resolve) => http.close(() => resolve()));
  };
  return {
    hub,
    store,
    port,
    async close() {
      await hub.close();
      timers.die();
      await shut();
    },
    async crash() {
      store.die();
      timers.die();
      await shut();
      await store.quiet();
    },
  };
}

/** Who writes from a seat. */
export function writerOf({ participationId, role }: Seat): Writer {
  return { personId: role === 'bildschirm' ? null : `person-${participationId}`, leads: leads(role) };
}

function participantOf(seat: Seat): SyncParticipant {
  const { participationId, deviceId, role } = seat;
  const { personId } = writerOf(seat);
  const who = { participationId, deviceId, personId, role };
  return { ...who, name: participationId, initials: 'xx', hue: 1, remote: true };
}

/** Notes what is sent on a socket that the server has closed, and lets it look slow. */
function watch(socket: WebSocket, seat: Seat, house: House): void {
  let closed = false;
  const { send, close } = socket;
  socket.close = (...args) => {
    // The library answers the client's own farewell through the same function, with the client's code.
    closed ||= (args[0] ?? 0) >= CLOSE.malformed.code;
    close.apply(socket, args);
  };
  socket.send = ((...args: Parameters<WebSocket['send']>) => {
    if (closed) {
      house.faults.push(`${seat.deviceId} got a frame after its socket was closed`);
    }
    send.apply(socket, args);
  }) as WebSocket['send'];
  Object.defineProperty(socket, 'bufferedAmount', { get: () => (seat.slow ? 2_000_000 : 0) });
}

function mortalTimers(): Timers & { die(): void } {
  let dead = false;
  return {
    now: systemTimers.now,
    after: (ms, task) => systemTimers.after(ms, () => dead || task()),
    die() {
      dead = true;
    },
  };
}
