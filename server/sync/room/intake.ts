import type { DocumentKind } from '#shared/documents/kind.ts';
import type { Connection } from '../wire/connection.ts';
import { type ClientFrame, readPresence, step2Frame } from '../wire/frames.ts';
import type { DocumentLog } from './document-log.ts';
import type { InitialSync } from './initial-sync.ts';
import type { PresenceBoard } from './presence.ts';
import type { Queue, Queued } from './queue.ts';
import type { SerialExecutor } from './serial-executor.ts';
import type { Status } from './status.ts';

/** The parts of a room that frames go to. */
export interface IntakeParts {
  kind: DocumentKind;
  queue: Queue;
  turns: SerialExecutor;
  log: DocumentLog;
  status: Status;
  presence: PresenceBoard;
  welcome: InitialSync;
}

/** Gives each frame of a client to the part of the room that answers it. */
export class Intake {
  readonly #parts: IntakeParts;

  constructor(parts: IntakeParts) {
    this.#parts = parts;
  }

  take(connection: Connection, frame: ClientFrame): void {
    const { kind, presence, welcome } = this.#parts;
    switch (frame.type) {
      case 'step1':
        welcome.answer(connection, frame.vector);
        break;
      case 'edit':
        connection.waiting(frame.update.length);
        this.#enqueue({
          edit: { connection, n: connection.received, at: performance.now(), ...frame },
        });
        break;
      case 'presence':
        nameByPresence(connection, frame.update);
        if (kind.presence && !presence.receive(connection, frame.update)) {
          connection.close('malformed');
        }
        break;
      case 'mine':
        connection.name(frame.clients);
        break;
      case 'queryPresence':
        if (kind.presence) {
          presence.answer(connection);
        }
        break;
      case 'flushed':
        if (!connection.flushed) {
          this.#enqueue({ flushedBy: connection });
        }
        break;
    }
  }

  /** Asks that a client id shall be this participation's; does nothing where it cannot be. */
  claim({ who: { participationId } }: Connection, clientId: number, done: () => void): void {
    const { log } = this.#parts;
    if (log.isClaimable(clientId) && log.claimsLeft(participationId) > 0) {
      this.#enqueue({ claim: { clientId, participationId }, done });
    }
  }

  /** Somebody whose line was full takes frames again: they get the rest at once. */
  catchUp(connection: Connection): void {
    const { log, status, presence } = this.#parts;
    log.whenCommitted(() => {
      const vector = connection.out.pausedAt;
      if (vector !== null && !connection.closed) {
        connection.out.catchUp([status.frameFor(connection), step2Frame(log.difference(vector))]);
        presence.greet(connection);
        connection.out.pauseIfSlow(log);
      }
    });
  }

  #enqueue(queued: Queued): void {
    this.#parts.queue.push(queued);
    this.#parts.turns.request();
  }
}

/** A stock client names the id it uses in its first state; in later ones it repeats other people's. */
function nameByPresence(connection: Connection, update: Uint8Array): void {
  const entries = connection.hasNamedOwn ? [] : (readPresence(update) ?? []);
  connection.name(
    entries
      .filter(({ state }) => state !== null)
      .slice(0, 1)
      .map(({ clientId }) => clientId),
  );
}
