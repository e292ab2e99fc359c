import type * as Y from 'yjs';
import type { Audience } from './audience.ts';
import type { DocumentLog } from './document-log.ts';

/** An edit of the server's own: only while nothing else runs, from `begin` until `settle` or `takeBack`. */
export class ServerEdit {
  readonly #log: DocumentLog;
  readonly #audience: Audience;

  constructor(log: DocumentLog, audience: Audience) {
    this.#log = log;
    this.#audience = audience;
  }

  /** The owner's number, for the rows that are written. */
  get epoch(): number {
    return this.#log.epoch;
  }

  /** The document to change. */
  begin(): Y.Doc {
    return this.#log.beginEdit();
  }

  /** Whether what was changed since `begin` is more than the document may hold. */
  isOverfull(bytes: number): boolean {
    return this.#log.isOverfull(bytes);
  }

  /** Takes over what is durable by now, and tells everybody. */
  wrote(update: Uint8Array, seq: number): void {
    this.#audience.broadcast(this.#log.took(update, seq), null);
  }

  /** Ends the edit. */
  settle(): void {
    this.#log.settle();
    for (const connection of this.#audience.joined()) {
      connection.out.pauseIfSlow(this.#log);
    }
  }

  /** Throws the edit away. */
  takeBack(): void {
    this.#log.takeBack();
  }
}
