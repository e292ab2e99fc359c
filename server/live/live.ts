import type { WebSocket } from 'ws';
import { type Actor, findActorsOfMeeting } from '../access/actor.ts';
import type { LiveSignal } from '../commands/context.ts';
import type { Sql } from '../db/sql.ts';
import type { SyncHub } from '../sync/types.ts';
import { loadFacts } from './facts.ts';
import { GONE, viewFor } from './view.ts';
import { closeSocket, pingViewer, presenceOf, revokeStale, send, type Viewer } from './viewer.ts';

/** Changes are gathered this long; a full room waits a little longer, since everybody gets a view. */
const GATHER_MS = 30;
const GATHER_MS_PER_VIEWER = 2;
/** Even where a change was missed, nobody keeps a right longer than this. */
const RECHECK_MS = 30_000;
/** A phone that fell asleep without a farewell is noticed after two of these. */
const PING_MS = 20_000;

/** Live views: one socket a viewer, and a whole view at each change. */
export interface LiveHub extends LiveSignal {
  /** Takes over an upgraded socket of a device that may be here. */
  connect(socket: WebSocket, actor: Actor): void;
  /** Resolves when everything that was signalled so far has been sent. */
  settled(): Promise<void>;
  /** Tells everybody to come back and waits for what is being sent. */
  close(): Promise<void>;
}

interface LiveSettings {
  sql: Sql;
  hub: SyncHub;
  recheckMs?: number;
}

interface Room {
  viewers: Set<Viewer>;
  timer: NodeJS.Timeout | null;
  running: Promise<void>;
}

/** Opens the live views over a sync hub, which says who is connected. */
export function createLive({ sql, hub, recheckMs = RECHECK_MS }: LiveSettings): LiveHub {
  const rooms = new Map<string, Room>();

  function changed(meetingId: string): void {
    const room = rooms.get(meetingId);
    if (!room || room.timer) {
      return;
    }
    const wait = GATHER_MS + room.viewers.size * GATHER_MS_PER_VIEWER;
    room.timer = setTimeout(() => {
      room.timer = null;
      room.running = room.running.then(() => push(meetingId, room));
    }, wait);
  }

  async function push(meetingId: string, room: Room): Promise<void> {
    try {
      // Taken before the rights are read: who comes in between was let in after that.
      const [viewers, before] = [[...room.viewers], hub.connections(meetingId)];
      const [facts, actors] = [await loadFacts(sql, meetingId), await findActorsOfMeeting(sql, meetingId)];
      revokeStale(hub, before, actors);
      const presence = presenceOf(
        { connections: hub.connections(meetingId), cutOff: hub.cutOff(meetingId) },
        room.viewers,
        actors,
      );
      for (const viewer of viewers) {
        const actor = actors.get(viewer.actor.deviceId);
        if (facts && actor) {
          viewer.actor = actor;
          send(viewer, viewFor(facts, presence, actor));
        } else {
          send(viewer, GONE);
          closeSocket(viewer.socket, 'forbidden');
        }
      }
    } catch (error) {
      // The database is away: what was shown stays, and the next recheck tries again.
      console.error(`live view of ${meetingId} not sent: ${(error as Error).name}`);
    }
  }

  function connect(socket: WebSocket, actor: Actor): void {
    const { meetingId } = actor;
    const room = rooms.get(meetingId) ?? { viewers: new Set(), timer: null, running: Promise.resolve() };
    rooms.set(meetingId, room);
    const viewer: Viewer = { socket, actor, lastSent: '', alive: true };
    room.viewers.add(viewer);
    socket.on('pong', () => {
      viewer.alive = true;
    });
    // Nothing is to be said here; whoever goes on after being told so is cut off.
    socket.on('message', () => {
      if (socket.readyState === socket.OPEN) {
        closeSocket(socket, 'malformed');
      } else {
        socket.terminate();
      }
    });
    socket.on('close', () => {
      room.viewers.delete(viewer);
      changed(meetingId);
      if (room.viewers.size === 0 && rooms.get(meetingId) === room) {
        if (room.timer) {
          clearTimeout(room.timer);
        }
        rooms.delete(meetingId);
      }
    });
    changed(meetingId);
  }

  /** Plans that somebody is connected to, also where nobody watches the live view. */
  const connected = new Set<string>();
  const stopListening = hub.onPresence((meetingId) => {
    if (hub.connections(meetingId).length > 0) {
      connected.add(meetingId);
    } else {
      connected.delete(meetingId);
    }
    changed(meetingId);
  });

  async function recheckAll(): Promise<void> {
    for (const meetingId of rooms.keys()) {
      changed(meetingId);
    }
    for (const meetingId of [...connected].filter((id) => !rooms.has(id))) {
      const before = hub.connections(meetingId);
      revokeStale(hub, before, await findActorsOfMeeting(sql, meetingId));
    }
  }

  const recheck = setInterval(() => {
    recheckAll().catch((error: Error) => console.error(`rights not rechecked: ${error.name}`));
  }, recheckMs).unref();
  const ping = setInterval(() => {
    for (const viewer of [...rooms.values()].flatMap((room) => [...room.viewers])) {
      pingViewer(viewer);
    }
  }, PING_MS).unref();

  return {
    changed,
    connect,
    async settled() {
      while ([...rooms.values()].some(({ timer }) => timer !== null)) {
        await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      }
      await Promise.all([...rooms.values()].map(({ running }) => running));
    },
    async close() {
      stopListening();
      clearInterval(recheck);
      clearInterval(ping);
      const open = [...rooms.values()];
      rooms.clear();
      for (const room of open) {
        if (room.timer) {
          clearTimeout(room.timer);
        }
        for (const { socket } of room.viewers) {
          closeSocket(socket, 'restart');
        }
      }
      await Promise.all(open.map(({ running }) => running));
    },
  };
}
