import type { WebSocket } from 'ws';
import { type Actor, findActorsOfMeeting } from '../access/actor.ts';
import type { ViewSignal } from '../access/command-context.ts';
import { renewSessions } from '../accounts/sessions.ts';
import type { Sql } from '../db/sql.ts';
import type { Log } from '../log/log.ts';
import type { SyncHub } from '../sync/types.ts';
import { loadMeetingSnapshot } from './meeting-snapshot.ts';
import { GONE, viewFor } from './meeting-view.ts';
import { closeSocket, pingViewer, presenceOf, revokeStale, send, type Viewer } from './viewer.ts';
import { createViewerRooms, type ViewerRooms } from './viewer-rooms.ts';

/** Even where a change was missed, nobody keeps a right longer than this. */
const RECHECK_MS = 30_000;
/** A phone that fell asleep without a farewell is noticed after two of these. */
const PING_MS = 20_000;

/** Live views: one socket a viewer, and a whole view at each change. */
export interface MeetingViews extends ViewSignal {
  /** Takes over an upgraded socket of a device that may be here. */
  connect(socket: WebSocket, actor: Actor): void;
  /** Resolves when everything that was signalled so far has been sent. */
  settled(): Promise<void>;
  /** Tells everybody to come back and waits for what is being sent. */
  close(): Promise<void>;
}

interface MeetingViewsSettings {
  sql: Sql;
  hub: SyncHub;
  log: Log;
  recheckMs?: number;
}

/** Opens the live views over a sync hub, which says who is connected. */
export function createMeetingViews(settings: MeetingViewsSettings): MeetingViews {
  const rooms = createViewerRooms((meetingId, viewers) => pushViews(settings, meetingId, viewers));
  const stopWatching = watchRights(settings, rooms);
  const ping = setInterval(() => {
    for (const viewer of rooms.viewers()) {
      pingViewer(viewer);
    }
  }, PING_MS).unref();
  return {
    changed: rooms.changed,
    connect: (socket, actor) => seat(rooms, socket, actor),
    settled: rooms.settled,
    close() {
      stopWatching();
      clearInterval(ping);
      return rooms.close();
    },
  };
}

/** Makes everybody's view of a meeting and sends what is new; whoever lost the right is sent away. */
async function pushViews(
  { sql, hub, log }: MeetingViewsSettings,
  meetingId: string,
  all: ReadonlySet<Viewer>,
): Promise<void> {
  const began = performance.now();
  try {
    // Taken before the rights are read: who comes in between was let in after that.
    const [viewers, before] = [[...all], hub.connectionsAt(meetingId)];
    const [facts, actors] = [
      await loadMeetingSnapshot(sql, meetingId),
      await findActorsOfMeeting(sql, meetingId),
    ];
    revokeStale(hub, before, actors);
    const planId = facts?.meeting.planId;
    const presence = presenceOf(
      planId === undefined
        ? { connections: [], cutOff: [] }
        : { connections: hub.connections(planId), cutOff: hub.cutOff(planId) },
      all,
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
    log('views.sent', { meetingId, count: viewers.length, ms: performance.now() - began });
  } catch (error) {
    // The database is away: what was shown stays, and the next recheck tries again.
    log('views.not_sent', { meetingId, error });
  }
}

function seat(rooms: ViewerRooms, socket: WebSocket, actor: Actor): void {
  const { meetingId } = actor;
  const viewer: Viewer = { socket, actor, lastSent: '', alive: true };
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
  socket.on('close', () => rooms.leave(meetingId, viewer));
  rooms.enter(meetingId, viewer);
}

/** Sends views when somebody comes or goes, and looks at all rights from time to time; gives the end of it. */
function watchRights(
  { sql, hub, log, recheckMs = RECHECK_MS }: MeetingViewsSettings,
  rooms: ViewerRooms,
): () => void {
  /** Meetings with somebody at one of their documents, also where nobody watches the live view. */
  const connected = new Set<string>();
  const stopListening = hub.onPresence(({ meetingId }) => {
    if (meetingId === null) {
      return;
    }
    if (hub.connectionsAt(meetingId).length > 0) {
      connected.add(meetingId);
    } else {
      connected.delete(meetingId);
    }
    rooms.changed(meetingId);
  });
  const recheckAll = async (): Promise<void> => {
    for (const meetingId of rooms.meetings()) {
      rooms.changed(meetingId);
    }
    for (const meetingId of [...connected].filter((id) => !rooms.has(id))) {
      const before = hub.connectionsAt(meetingId);
      revokeStale(hub, before, await findActorsOfMeeting(sql, meetingId));
    }
    const devices = [...connected].flatMap((id) => hub.connectionsAt(id).map(({ deviceId }) => deviceId));
    await renewSessions(sql, devices);
  };
  const recheck = setInterval(() => {
    recheckAll().catch((error: unknown) => log('rights.not_rechecked', { error }));
  }, recheckMs).unref();
  return () => {
    stopListening();
    clearInterval(recheck);
  };
}
