import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SYNC_STEP_2, SYNC_UPDATE } from '../../../client/session/connection/counting-socket.ts';
import { countChanges, type Waiting } from '../../../client/session/pending/change-places.ts';
import { createPending } from '../../../client/session/pending/pending.ts';
import { saveStateOf } from '../../../client/session/save-state.ts';

/** Changes of one text each. */
function updates(count: number): Waiting[] {
  const doc = new Y.Doc();
  const made: Waiting[] = [];
  doc.on('update', (update: Uint8Array) => made.push({ update, places: [`goals/${made.length}`] }));
  for (let index = 0; index < count; index++) {
    doc.getText('t').insert(index, 'x');
  }
  return made;
}

describe('unconfirmed changes', () => {
  it('[UI1] are confirmed in order, by the number of the message that carried them', () => {
    const pending = createPending();
    pending.sent(1, SYNC_STEP_2);
    const [a, b] = updates(2) as [Waiting, Waiting];
    pending.add(a);
    pending.sent(2, SYNC_UPDATE);
    pending.add(b);
    pending.sent(3, SYNC_UPDATE);
    pending.confirmed(2);
    expect(pending.updates()).toEqual([b.update]);
    pending.confirmed(3);
    expect(countChanges(pending.waiting())).toBe(0);
  });

  it('[UI2] start anew on a new connection: its first full answer carries them all', () => {
    const pending = createPending();
    pending.sent(1, SYNC_STEP_2);
    for (const update of updates(3)) {
      pending.add(update);
    }
    pending.sent(2, SYNC_UPDATE);
    pending.reconnected();
    pending.confirmed(2);
    expect(countChanges(pending.waiting())).toBe(3);
    pending.sent(1, SYNC_STEP_2);
    pending.confirmed(1);
    expect(countChanges(pending.waiting())).toBe(0);
  });

  it('[UI6] are asked for again only when no later full answer carries them', () => {
    const pending = createPending();
    pending.sent(1, SYNC_STEP_2);
    pending.add(updates(1)[0] as Waiting);
    pending.sent(2, SYNC_UPDATE);
    expect(pending.mustResend(2)).toBe(true);
    pending.sent(3, SYNC_STEP_2);
    expect(pending.mustResend(2)).toBe(false);
    pending.confirmed(2);
    expect(countChanges(pending.waiting())).toBe(1);
    pending.confirmed(3);
    expect(countChanges(pending.waiting())).toBe(0);
  });

  it('[UI3] stay few while offline for long, and stay complete', () => {
    const pending = createPending();
    for (const update of updates(500)) {
      pending.add(update);
    }
    expect(countChanges(pending.waiting())).toBe(500);
    expect(pending.updates().length).toBeLessThan(50);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.mergeUpdates(pending.updates()));
    expect(doc.getText('t').toString()).toBe('x'.repeat(500));
  });
});

describe('save state', () => {
  const all = { connected: true, synced: true, pending: 0, drafts: 0, refused: 0 };

  it.each([
    [all, false, { kind: 'saved' }],
    [{ ...all, synced: false }, false, { kind: 'saving', pending: 0 }],
    [{ ...all, pending: 3 }, false, { kind: 'saving', pending: 3 }],
    [{ ...all, drafts: 2 }, false, { kind: 'draft', count: 2 }],
    [{ ...all, drafts: 2, pending: 1 }, false, { kind: 'saving', pending: 1 }],
    [{ ...all, connected: false }, false, { kind: 'saving', pending: 0 }],
    [{ ...all, connected: false, pending: 2, refused: 1 }, true, { kind: 'offline', pending: 2 }],
    [{ ...all, refused: 2 }, false, { kind: 'refused', count: 2 }],
  ] as const)('[UI1] %j, lost: %s', (facts, lost, state) => {
    expect(saveStateOf(facts, lost)).toEqual(state);
  });
});
