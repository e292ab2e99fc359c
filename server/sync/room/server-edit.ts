import type * as Y from 'yjs';
import type { Claim } from '../log/store.ts';
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

  /** The document to change for a participation. */
  begin(participationId: string): Y.Doc {
    return this.#log.beginEdit(participationId);
  }

  /** Under which client id it is changed. */
  claimFor(participationId: string): Claim {
    return this.#log.claimOfEdit(participationId);
  }

  /** Whether what was changed since `begin` is more than the document may hold, or may hold of one person. */
  isOverfull(bytes: number, claim: Claim): boolean {
    return this.#log.isOverfull(bytes, claim);
  }

  /** Takes over what is durable by now, and tells everybody. */
  wrote(update: Uint8Array, seq: number, claim: Claim): void {
    this.#audience.broadcast(this.#log.tookEdit(update, seq, claim), null);
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
