import type { Connection } from '../wire/connection.ts';
import { frozenFrame, presenceFrame } from '../wire/frames.ts';

/** Without entries it means nothing and keeps the stock client from leaving. */
const KEEP_ALIVE = presenceFrame([]);

/** The sockets of one room, and what all of them are told. */
export class Audience {
  readonly #connections = new Set<Connection>();

  get all(): ReadonlySet<Connection> {
    return this.#connections;
  }

  get size(): number {
    return this.#connections.size;
  }

  add(connection: Connection): void {
    this.#connections.add(connection);
  }

  /** False when it was not there. */
  delete(connection: Connection): boolean {
    return this.#connections.delete(connection);
  }

  /** Those who have the state of the plan, so that what is new may follow. */
  *joined(): Generator<Connection> {
    for (const connection of this.#connections) {
      if (connection.joined) {
        yield connection;
      }
    }
  }

  /** One committed update, to all but its only writer. */
  broadcast(frame: Uint8Array, except: Connection | null): void {
    for (const connection of this.#connections) {
      if (connection.joined && connection !== except) {
        connection.out.send(frame);
      }
    }
  }

  /** Says that the plan is frozen as this version. */
  tellFrozen({ versionId, sha256 }: { versionId: string; sha256: string }): void {
    const frame = frozenFrame(versionId, sha256);
    for (const connection of this.#connections) {
      connection.out.sendSurely(frame);
    }
  }

  /** Looks after the sockets. */
  sweep(): void {
    for (const connection of this.#connections) {
      connection.sweep(KEEP_ALIVE);
    }
  }
}
