import { closeSocket, type Viewer } from './viewer.ts';

/** Changes are gathered this long; a full room waits a little longer, since everybody gets a view. */
const GATHER_MS = 30;
const GATHER_MS_PER_VIEWER = 2;

/** Viewers by meeting. What changes is gathered for a moment and sent once. */
export interface ViewerRooms {
  enter(meetingId: string, viewer: Viewer): void;
  leave(meetingId: string, viewer: Viewer): void;
  /** Views of this meeting are to be made again, soon. */
  changed(meetingId: string): void;
  has(meetingId: string): boolean;
  meetings(): string[];
  viewers(): Viewer[];
  /** Resolves when everything that was asked for so far has been sent. */
  settled(): Promise<void>;
  /** Tells everybody to come back and waits for what is being sent. */
  close(): Promise<void>;
}

interface Room {
  viewers: Set<Viewer>;
  timer: NodeJS.Timeout | null;
  /** Sendings follow one another. */
  running: Promise<void>;
}

/** Empty rooms; `push` makes and sends the views of one meeting, and never throws. */
export function createViewerRooms(
  push: (meetingId: string, viewers: ReadonlySet<Viewer>) => Promise<void>,
): ViewerRooms {
  const rooms = new Map<string, Room>();

  function changed(meetingId: string): void {
    const room = rooms.get(meetingId);
    if (!room || room.timer) {
      return;
    }
    const wait = GATHER_MS + room.viewers.size * GATHER_MS_PER_VIEWER;
    room.timer = setTimeout(() => {
      room.timer = null;
      room.running = room.running.then(() => push(meetingId, room.viewers));
    }, wait);
  }

  return {
    changed,
    enter(meetingId, viewer) {
      const room = rooms.get(meetingId) ?? { viewers: new Set(), timer: null, running: Promise.resolve() };
      rooms.set(meetingId, room);
      room.viewers.add(viewer);
      changed(meetingId);
    },
    leave(meetingId, viewer) {
      const room = rooms.get(meetingId);
      room?.viewers.delete(viewer);
      changed(meetingId);
      if (room?.viewers.size === 0) {
        stop(room);
        rooms.delete(meetingId);
      }
    },
    has: (meetingId) => rooms.has(meetingId),
    meetings: () => [...rooms.keys()],
    viewers: () => [...rooms.values()].flatMap(({ viewers }) => [...viewers]),
    async settled() {
      while ([...rooms.values()].some(({ timer }) => timer !== null)) {
        await new Promise((resolve) => setTimeout(resolve, GATHER_MS));
      }
      await Promise.all([...rooms.values()].map(({ running }) => running));
    },
    async close() {
      const open = [...rooms.values()];
      rooms.clear();
      for (const room of open) {
        stop(room);
        for (const { socket } of room.viewers) {
          closeSocket(socket, 'restart');
        }
      }
      await Promise.all(open.map(({ running }) => running));
    },
  };
}

function stop(room: Room): void {
  if (room.timer) {
    clearTimeout(room.timer);
  }
}
