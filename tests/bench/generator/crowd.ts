import type { BenchRoom } from '../servers/rooms.ts';
import { Client, type Dialect, type Proof } from './client.ts';
import { IDS_PER_ROOM, RoomTally, Tally } from './tally.ts';
import { eachOf, until } from './waiting.ts';

/** Which rooms there are and how their server speaks. */
export interface CrowdOrder {
  rooms: BenchRoom[];
  dialect: Dialect;
  /** How the server tells a client that it has its edits. */
  proof: Proof;
  /** The first Yjs client id; the others of the run follow it. */
  firstId: number;
}

export const CONNECTING_AT_ONCE = 25;

/** Everybody of one run: who sits where, and what each has got. */
export class Crowd {
  readonly all = new Tally();
  readonly rooms: readonly RoomTally[];
  readonly #order: CrowdOrder;
  #clients: Client[][];

  constructor(order: CrowdOrder) {
    this.#order = order;
    this.#clients = order.rooms.map(() => []);
    this.rooms = order.rooms.map(
      ({ places }, room) => new RoomTally(this.all, this.idOf(room, 0), places.length),
    );
  }

  get everybody(): Client[] {
    return this.#clients.flat();
  }

  inRoom(room: number): readonly Client[] {
    return this.#clients[room] ?? [];
  }

  idOf(room: number, seat: number): number {
    return this.#order.firstId + room * IDS_PER_ROOM + seat;
  }

  /** Somebody takes a place and asks for the plan. `readsState`: what comes is counted edit by edit. */
  async seat(room: number, seat: number, readsState = false): Promise<Client> {
    const { rooms, dialect, proof } = this.#order;
    const { name, places } = rooms[room] as BenchRoom;
    const place = places[seat];
    if (!place) {
      throw new Error(`room ${room} has no place ${seat}`);
    }
    const clientId = this.idOf(room, seat);
    const tally = this.rooms[room] as RoomTally;
    const client = new Client({
      ...{ place, dialect, proof, clientId, seat, readsState },
      ...{ roomName: name, all: this.all, room: tally },
    });
    (this.#clients[room] as Client[])[seat] = client;
    await client.join();
    return client;
  }

  /** The first `seats` people of each room come and wait until the plan is there. */
  async open(seats: number): Promise<void> {
    const places = this.rooms.flatMap((_, room) =>
      Array.from({ length: seats }, (__, seat) => ({ room, seat })),
    );
    await eachOf(places, CONNECTING_AT_ONCE, async ({ room, seat }) => {
      const client = await this.seat(room, seat);
      await until(client, () => client.plan !== null, 'nobody answered the question for the plan');
    });
  }

  /** Edits that somebody in a room lacks of somebody else there. */
  missing(): number {
    return this.rooms.reduce((sum, room, index) => sum + room.missing(this.inRoom(index).length), 0);
  }

  /** Pairs in which one lacks the last cursor of the other. */
  lackingLastCursor(): number {
    return this.rooms.reduce(
      (sum, room, index) => sum + room.lackingLastCursor(this.inRoom(index).length),
      0,
    );
  }

  async leave(): Promise<void> {
    await Promise.all(this.everybody.map((client) => client.leave()));
    this.#clients = this.#clients.map(() => []);
  }
}
