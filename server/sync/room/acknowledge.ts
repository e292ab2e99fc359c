import type { SyncMeter } from '../meter.ts';
import type { Connection } from '../wire/connection.ts';
import { nackFrame } from '../wire/frames.ts';
import type { Edit, Outcome } from './staging.ts';

/**
 * Answers a batch after its commit, in the order of the messages: acknowledgements are cumulative,
 * each refusal is told with its code.
 * @returns connections that should be asked for everything they have, because something was missing
 */
export function acknowledge(
  edits: readonly Edit[],
  outcomes: ReadonlyMap<Edit, Outcome>,
  seq: number,
  meter: SyncMeter,
): Set<Connection> {
  const now = performance.now();
  const durable = new Map<Connection, number>();
  const toAsk = new Set<Connection>();
  const acknowledge = (connection: Connection): void => {
    const n = durable.get(connection);
    if (n !== undefined) {
      durable.delete(connection);
      connection.out.acknowledge(n, seq);
    }
  };
  for (const edit of edits) {
    const { connection, n, full } = edit;
    const outcome = outcomes.get(edit);
    if (outcome?.kind === 'skipped') {
      connection.skipped.push(n);
    } else if (outcome?.kind === 'kept') {
      // Acknowledgements are cumulative: one for what came after a gap would cover the gap as well.
      if (full || connection.skipped.length === 0) {
        durable.set(connection, n);
      } else {
        connection.keptAfterGap = n;
      }
      meter.acknowledged(now - edit.at);
    } else if (outcome) {
      acknowledge(connection);
      refuse(edit, outcome, seq);
      meter.refused(outcome.code);
      if (outcome.code === 'not_causal') {
        toAsk.add(connection);
      }
    }
    if (full) {
      connection.skipped = [];
      connection.keptAfterGap = 0;
    }
  }
  for (const connection of [...durable.keys()]) {
    acknowledge(connection);
  }
  return toAsk;
}

/**
 * A refused full answer takes with it what was skipped because that answer would carry it. What was
 * kept in between is acknowledged now, because nothing before it is open any more.
 */
function refuse(
  { connection, n, full }: Edit,
  { code, reason }: Extract<Outcome, { kind: 'refused' }>,
  seq: number,
): void {
  for (const skipped of full ? connection.skipped : []) {
    connection.out.sendSurely(nackFrame(skipped, code, reason));
  }
  if (full && connection.keptAfterGap > 0) {
    connection.out.acknowledge(connection.keptAfterGap, seq);
  }
  connection.out.sendSurely(nackFrame(n, code, reason));
  connection.strike();
  if (full && code === 'foreign_client') {
    // What others have written is told after its commit only: the server held it, and does not any more.
    connection.close('restored');
  }
}
