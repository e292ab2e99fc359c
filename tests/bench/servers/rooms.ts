/** One seat of a room: where to connect, and with which headers. */
export interface Place {
  url: string;
  headers: Record<string, string>;
}

/** A room as the generator sees it; `name` is what its server calls it. */
export interface BenchRoom {
  name: string;
  places: Place[];
}

/** What a server is asked to prepare. `content` is the plan that peers begin with, base64. */
export interface RoomsWish {
  meetings: number;
  participants: number;
  content: string;
}

/** Rooms of a server that asks nobody who they are. */
export function openRooms(base: string, { meetings, participants }: RoomsWish): BenchRoom[] {
  return Array.from({ length: meetings }, (_, index) => {
    const name = `room-${index + 1}`;
    return {
      name,
      places: Array.from({ length: participants }, () => ({ url: `${base}/${name}`, headers: {} })),
    };
  });
}
