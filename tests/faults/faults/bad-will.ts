import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { partMap } from '#shared/documents/plan/roots.ts';
import type { Fault } from '../fault.ts';
import type { Person } from '../person.ts';
import type { Round } from '../round.ts';
import { waitFor } from '../wait.ts';

const ANSWER_MS = 20_000;

/** Programs that want what they may not. */
export const BAD_WILL: readonly Fault[] = [
  { name: 'erasing what may only be marked', run: eraseGoal },
  { name: 'a page of another origin', run: foreignOrigin },
];

/** A delete set over a whole goal: a few bytes that need no clock and no right in Yjs. */
async function eraseGoal(round: Round): Promise<void> {
  const offender = round.guest();
  round.offenders.add(offender);
  await waitFor(() => offender.saved, 'the offender is at the table', ANSWER_MS).catch(() => undefined);
  const [goalId] = [...partMap(offender.doc, 'goals').keys()];
  const before = offender.ledger.refusals.length;
  const bytes = goalId === undefined ? null : erasing(offender, goalId);
  if (!goalId || !bytes || !offender.sendRaw(bytes)) {
    round.violation('fault-missed', 'there was nothing to erase, or no line');
    return;
  }
  await waitFor(() => offender.ledger.refusals.length > before, 'it is refused', 3_000).catch(
    () => undefined,
  );
  const stands = round.here.every(
    ({ doc }) => !doc.getMap('goals').size || partMap(doc, 'goals').has(goalId),
  );
  if (offender.ledger.refusals.length === before || !stands) {
    round.violation('forbidden-taken', 'a goal was erased by a delete set');
  }
}

/** The update that erases a record, made on a copy. */
function erasing({ doc }: Person, goalId: string): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(copy);
  const updates: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => updates.push(update));
  copy.getMap('goals').delete(goalId);
  copy.destroy();
  return updates[0] ?? before;
}

/** With a cookie that is good: only the Origin tells the page of a stranger from ours. */
async function foreignOrigin(round: Round): Promise<void> {
  const { seat } = round.guest();
  const address = `ws://127.0.0.1:${round.server.port}/sync/${seat.participationId}/${seat.documentId}`;
  for (const origin of ['https://evil.example', 'null', `${seat.origin}.evil.example`, undefined]) {
    const status = await knock(address, { cookie: seat.cookie, ...(origin ? { origin } : {}) });
    if (status !== 403) {
      round.violation('foreign-origin', `Origin ${origin ?? 'none'} got ${status}`);
    }
  }
}

/** HTTP status of an upgrade; 101 when it was let in. */
function knock(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address, { headers, handshakeTimeout: 5_000 });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (request, response) => {
      request.destroy();
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', () => resolve(0));
  });
}
