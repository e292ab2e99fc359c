import * as Y from 'yjs';
import type { SyncLimits } from '../limits.ts';
import type { Timers } from '../timers.ts';
import type { Connection } from '../wire/connection.ts';
import { step2Frame } from '../wire/frames.ts';
import type { DocumentLog } from './document-log.ts';
import type { PresenceBoard } from './presence.ts';
import { SyncRequests } from './sync-requests.ts';

/** What welcoming needs of its room. */
export interface InitialSyncTools {
  limits: SyncLimits;
  timers: Timers;
  log: DocumentLog;
  presence: PresenceBoard;
}

/** Brings a connection to the committed state of the plan: answers a sync step 1. */
export class InitialSync {
  readonly #tools: InitialSyncTools;
  readonly #questions: SyncRequests;

  constructor(tools: InitialSyncTools) {
    this.#tools = tools;
    this.#questions = new SyncRequests(tools.timers);
  }

  /** Answers who has what `vector` says. */
  answer(connection: Connection, vector: Uint8Array): void {
    const size = sizeOfVector(vector, this.#tools.limits.stateVectorBytes);
    if (size === null) {
      connection.close('malformed');
    } else if (size === 0) {
      this.#send(connection, this.#tools.log.joinFrames());
    } else {
      this.#questions.ask(connection, vector, (latest) => this.#tellDifference(connection, latest));
    }
  }

  #tellDifference(connection: Connection, vector: Uint8Array): void {
    const { log } = this.#tools;
    log.whenCommitted(() => {
      const started = performance.now();
      const difference = log.difference(vector);
      this.#questions.took(connection, performance.now() - started);
      this.#send(connection, [step2Frame(difference)]);
    });
  }

  #send(connection: Connection, frames: readonly Uint8Array[]): void {
    const { log, presence } = this.#tools;
    for (const frame of frames) {
      connection.out.send(frame);
    }
    if (!connection.joined) {
      connection.joined = true;
      presence.greet(connection);
    }
    log.whenCommitted(() => connection.out.pauseIfSlow(log));
  }
}

/** How many clients a state vector names, null when it cannot be read. */
function sizeOfVector(vector: Uint8Array, maxBytes: number): number | null {
  try {
    return vector.length > maxBytes ? null : Y.decodeStateVector(vector).size;
  } catch {
    return null;
  }
}
