import { leads } from '#shared/access/parts.ts';
import type { KindRules } from '../kinds.ts';
import type { SyncMeter } from '../meter.ts';
import type { Connection } from '../wire/connection.ts';
import { step1Frame } from '../wire/frames.ts';
import { acknowledge } from './acknowledge.ts';
import type { Audience } from './audience.ts';
import type { DocumentLog } from './document-log.ts';
import type { PresenceBoard } from './presence.ts';
import type { Batch, Queue } from './queue.ts';
import { refuseChanges, type StageContext, soleWriter } from './staging.ts';
import type { Status } from './status.ts';

/** The parts of a room that a turn works on. */
export interface TurnParts {
  rules: KindRules;
  queue: Queue;
  log: DocumentLog;
  status: Status;
  audience: Audience;
  presence: PresenceBoard;
  meter: SyncMeter;
  /** Reads phase and state again and tells everybody. */
  refresh(): Promise<void>;
  /** Everything that somebody sent before they said so is committed. */
  onFlushed(): void;
}

/** Takes what is queued through guard, commit, broadcast and answer. */
export class CommitTurn {
  readonly #parts: TurnParts;

  constructor(parts: TurnParts) {
    this.#parts = parts;
  }

  /** Returns how much it took. */
  async run(): Promise<number> {
    const { queue, rules, log, audience, presence, meter } = this.#parts;
    const batch = queue.take(rules.limits);
    const staged = log.stage(batch.edits, (connection) => this.#guardFor(connection));
    const committed = await log.commit(staged.update, [...batch.claims, ...staged.claims]);
    if (committed.kind === 'locked') {
      refuseChanges(staged);
      await this.#parts.refresh();
    } else if (committed.frame) {
      audience.broadcast(committed.frame, soleWriter(staged.outcomes));
      presence.flushWithEdit();
    }
    log.settle();
    for (const connection of acknowledge(batch.edits, staged.outcomes, log.seq, meter)) {
      connection.out.sendSurely(step1Frame(log.vector()));
    }
    this.#finish(batch);
    return batch.size;
  }

  #finish(batch: Batch): void {
    for (const { connection, update } of batch.edits) {
      connection.waiting(-update.length);
    }
    for (const queued of batch.after) {
      if ('done' in queued) {
        queued.done();
      } else if (!queued.flushedBy.flushed) {
        queued.flushedBy.flushed = true;
        this.#parts.onFlushed();
      }
    }
    const { audience, log } = this.#parts;
    for (const connection of audience.joined()) {
      connection.out.pauseIfSlow(log);
    }
  }

  #guardFor({ who: { role, personId } }: Connection): ReturnType<StageContext['guardFor']> {
    const { status, rules } = this.#parts;
    return {
      writer: { personId, leads: leads(role) },
      writable: status.rights.writable(role),
      open: status.rights.isOpen,
      limits: rules.limits,
    };
  }
}
