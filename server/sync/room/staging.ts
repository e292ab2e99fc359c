import * as Y from 'yjs';
import type { NackName } from '#shared/wire/messages.ts';
import type { GuardContext } from '../guard/context.ts';
import type { DocumentUse } from '../guard/document-use.ts';
import type { Judge, Verdict } from '../guard/guard.ts';
import { clocksBefore, isInOrder } from '../guard/order.ts';
import { hasPending } from '../log/committed.ts';
import type { Claim } from '../log/store.ts';
import type { Connection } from '../wire/connection.ts';

/** One sync message with content, waiting for its commit. */
export interface Edit {
  connection: Connection;
  /** Its number on its connection. */
  n: number;
  full: boolean;
  update: Uint8Array;
  /** When it came in, by `performance.now()`. */
  at: number;
}

/**
 * What became of an edit.
 * - `kept`: in the plan once the batch is durable; `changed` is false where nothing was new.
 * - `skipped`: it had a gap before the connection's full answer, which will carry it.
 * - `refused`: with the code that the client has words for.
 */
export type Outcome =
  | { kind: 'kept'; changed: boolean }
  | { kind: 'skipped' }
  | { kind: 'refused'; code: NackName; reason: string };

/** Edits applied together to the staging document. */
export interface Staged {
  outcomes: Map<Edit, Outcome>;
  /** All of it as one update; null when nothing changed. */
  update: Uint8Array | null;
  claims: Claim[];
}

/** The staging document has been spoilt by this edit: make it anew and try again without it. */
export interface Spoilt {
  culprit: Edit;
  reason: string;
}

/** Of so few characters it does not matter whether there is paper left for them: they come by hand. */
const FEW_CHARS = 1_000;

/** What staging needs to know of the room. */
export interface StageContext {
  doc: Y.Doc;
  judge: Judge;
  updateBytes: number;
  messageBytes: number;
  /** Messages with a gap that may wait for the first full answer. */
  skipped: number;
  ownerOf(clientId: number): string | undefined;
  claimsLeft(participationId: string): number;
  guardFor(connection: Connection): Omit<GuardContext, 'doc' | 'ownerOf' | 'participationId' | 'room'>;
  /** How much of the plan is used, and by whom. */
  use: Pick<DocumentUse, 'headroomWith' | 'paperLeft' | 'grew'>;
}

/**
 * Judges and applies a batch in one transaction of the staging document, whose one update is the log
 * row and the broadcast. Nothing leaves the document here.
 * @param already edits that an earlier try has settled
 */
export function stage(
  batch: readonly Edit[],
  context: StageContext,
  already: ReadonlyMap<Edit, Outcome> = new Map(),
): Staged | Spoilt {
  const { doc } = context;
  const emitted: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array): void => {
    emitted.push(update);
  };
  const stager = new Stager(context);
  let spoilt: Spoilt | null = null;
  doc.on('update', onUpdate);
  try {
    doc.transact(() => {
      for (const edit of batch) {
        spoilt = stager.add(edit, already.get(edit));
        if (spoilt) {
          return;
        }
      }
    });
  } finally {
    doc.off('update', onUpdate);
  }
  return spoilt ?? stager.result(emitted);
}

class Stager {
  readonly #context: StageContext;
  readonly #outcomes = new Map<Edit, Outcome>();
  readonly #claims = new Map<number, string>();
  #bytes = 0;
  /** Connections whose full answer is in this batch; noted on them when the batch stands. */
  readonly #answered = new Set<Connection>();

  constructor(context: StageContext) {
    this.#context = context;
  }

  add(edit: Edit, settled: Outcome | undefined): Spoilt | null {
    const verdict = settled ?? this.#judge(edit);
    const outcome = 'update' in verdict ? this.#claim(verdict.claims, edit) : verdict;
    if (edit.full) {
      this.#answered.add(edit.connection);
    }
    if ('update' in verdict && outcome.kind === 'kept') {
      this.#bytes += verdict.update.length;
      const growth = { bytes: verdict.update.length, paper: verdict.paper ?? 0 };
      this.#context.use.grew(growth, edit.connection.who.participationId);
      const reason = this.#apply(verdict);
      if (reason !== null) {
        return { culprit: edit, reason };
      }
    }
    this.#outcomes.set(edit, outcome);
    return null;
  }

  result(emitted: readonly Uint8Array[]): Staged {
    const claims = [...this.#claims].map(([clientId, participationId]) => ({ clientId, participationId }));
    for (const connection of this.#answered) {
      connection.answered = true;
    }
    const update = emitted.length > 1 ? Y.mergeUpdates([...emitted]) : (emitted[0] ?? null);
    return { outcomes: this.#outcomes, update, claims };
  }

  #judge(edit: Edit): Outcome | Extract<Verdict, { kind: 'pass' }> {
    const { connection, full, update } = edit;
    const { participationId } = connection.who;
    if (update.length > (full ? this.#context.messageBytes : this.#context.updateBytes)) {
      return { kind: 'refused', code: 'too_large', reason: 'one update is too large' };
    }
    const verdict = this.#context.judge(update, {
      ...this.#context.guardFor(connection),
      room: this.#context.use.headroomWith(this.#bytes, participationId),
      doc: this.#context.doc,
      participationId,
      // What a device has of others is in its answer too, and lacks here only after a restore.
      ...(full ? { mayClaim: (clientId: number) => connection.uses(clientId) } : {}),
      ownerOf: (clientId) => this.#claims.get(clientId) ?? this.#context.ownerOf(clientId),
    });
    connection.lookedAt(verdict.pieces ?? 0);
    switch (verdict.kind) {
      case 'nothing':
        return { kind: 'kept', changed: false };
      case 'refuse':
        return { kind: 'refused', code: verdict.code, reason: verdict.reason };
      case 'gap':
        return full || this.#isAnswered(connection)
          ? { kind: 'refused', code: 'not_causal', reason: 'something before it is missing' }
          : { kind: 'skipped' };
      case 'pass':
        return this.#isTooLong(verdict, participationId)
          ? { kind: 'refused', code: 'quota', reason: 'too long for paper' }
          : verdict;
    }
  }

  /** Everybody gets a plan to read and sign, so nobody makes one that is too long for that, whatever they paste. */
  #isTooLong({ paper = 0 }: Extract<Verdict, { kind: 'pass' }>, participationId: string): boolean {
    return paper > FEW_CHARS && paper > this.#context.use.paperLeft(participationId);
  }

  /** Whether a gap cannot be carried by a full answer that is still to come. */
  #isAnswered(connection: Connection): boolean {
    const isTooMuch = connection.skipped.length >= this.#context.skipped;
    return connection.answered || this.#answered.has(connection) || isTooMuch;
  }

  #claim(clients: readonly number[], { connection }: Edit): Outcome {
    const { participationId } = connection.who;
    const made = [...this.#claims.values()].filter((owner) => owner === participationId).length;
    if (clients.length > 0 && made + clients.length > this.#context.claimsLeft(participationId)) {
      return { kind: 'refused', code: 'quota', reason: 'too many clients' };
    }
    for (const clientId of clients) {
      this.#claims.set(clientId, participationId);
    }
    return { kind: 'kept', changed: true };
  }

  /** Why it cannot be applied after all; the guard should have seen it, but the plan must not suffer. */
  #apply({ update, clients }: Extract<Verdict, { kind: 'pass' }>): string | null {
    const { doc } = this.#context;
    const before = clocksBefore(doc, update, clients);
    try {
      Y.applyUpdate(doc, update);
    } catch (error) {
      return error instanceof Error ? error.message : 'applying failed';
    }
    if (hasPending(doc)) {
      return 'it waits for what never came';
    }
    return isInOrder(doc, before) ? null : 'it stands between what was never side by side';
  }
}

/** Nothing of the batch was written, because the plan was closed in the same moment. */
export function refuseChanges(staged: Staged): void {
  for (const [edit, outcome] of staged.outcomes) {
    if (outcome.kind === 'kept' && outcome.changed) {
      staged.outcomes.set(edit, { kind: 'refused', code: 'locked', reason: 'the plan is closed' });
    }
  }
}

/** The only connection whose edits changed something, null when there are several. */
export function soleWriter(outcomes: ReadonlyMap<Edit, Outcome>): Connection | null {
  let writer: Connection | null = null;
  for (const [{ connection }, outcome] of outcomes) {
    if (outcome.kind === 'kept' && outcome.changed) {
      if (writer !== null && writer !== connection) {
        return null;
      }
      writer = connection;
    }
  }
  return writer;
}
