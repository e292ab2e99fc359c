import {
  type Connection,
  type ConnectionAddress,
  type ConnectionEvents,
  openConnection,
} from './connection.ts';
import { Liveness } from './liveness.ts';
import type { WakeReason } from './wake.ts';

/** Called when a document was opened; gives what ends with it. */
export type Opened = (link: Connection) => () => void;

/**
 * The one document of a session that counts. Yjs cannot take back, so after a refusal a new one takes
 * its place; whatever the old one still says is not heard any more.
 */
export class CurrentLink {
  readonly #address: ConnectionAddress;
  readonly #events: ConnectionEvents;
  readonly #opened: Opened;
  readonly #liveness = new Liveness();
  #link: Connection;
  #leave: () => void;
  #replacements = 0;
  #isClosed = false;

  constructor(address: ConnectionAddress, events: ConnectionEvents, opened: Opened) {
    this.#address = address;
    this.#events = events;
    this.#opened = opened;
    this.#link = this.#open();
    this.#leave = opened(this.#link);
  }

  get now(): Connection {
    return this.#link;
  }

  /** The document was complete: the server takes this device. */
  accepted(): void {
    this.#replacements = 0;
  }

  /** Something waits for an answer. */
  waits(): void {
    this.#liveness.waiting();
  }

  /** The device came back: a connection that may be dead is not trusted. */
  wake(reason: WakeReason): void {
    const isTrusted = this.#link.connected() && Liveness.trusts(this.#link.silence());
    if (reason === 'network' || !isTrusted) {
      this.#reconnect();
    }
  }

  /** Gives up a connection that carries nothing any more. */
  check(): void {
    if (this.#link.connected() && this.#liveness.isOver(this.#link.silence())) {
      this.#reconnect();
    }
  }

  /**
   * Throws the document away for a new one, which the caller connects after the milliseconds given:
   * the first time at once; a server that refuses again and again is asked ever more slowly.
   */
  replace(): number {
    this.destroy();
    this.#link = this.#open();
    this.#leave = this.#opened(this.#link);
    const wait = this.#replacements === 0 ? 0 : 250 * 2 ** Math.min(this.#replacements, 6);
    this.#replacements++;
    return wait;
  }

  destroy(): void {
    this.#leave();
    this.#link.destroy();
  }

  #reconnect(): void {
    if (!this.#isClosed) {
      this.#link.reconnect();
    }
  }

  #open(): Connection {
    const events = this.#events;
    const isCurrent = (): boolean => this.#link === link;
    const link: Connection = openConnection(this.#address, {
      connection: () => isCurrent() && events.connection(),
      synced: () => isCurrent() && events.synced(),
      state: (state) => isCurrent() && events.state(state),
      refused: (n, code) => isCurrent() && events.refused(n, code),
      otherDocument: () => isCurrent() && events.otherDocument(),
      frozen: () => isCurrent() && events.frozen(),
      closed: (code) => isCurrent() && this.#closed(code),
      confirmed: (seq) => isCurrent() && this.#confirmed(seq),
      changed: () => isCurrent() && events.changed(),
    });
    return link;
  }

  #confirmed(seq: number): void {
    this.#liveness.answered();
    this.#events.confirmed(seq);
  }

  #closed(code: number): void {
    this.#isClosed = true;
    this.#events.closed(code);
  }
}
