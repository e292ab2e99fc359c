import * as Y from 'yjs';
import { type Claim, type LogEntry, type LogStore, StaleOwnerError } from '../log/store.ts';
import type { JointEdit } from '../types.ts';
import type { Room } from './room.ts';

/** One of the documents takes no edits, or is too full, or holds enough of this person. Nothing has happened. */
export class JointEditRefused extends Error {
  override readonly name = 'JointEditRefused';
  readonly why: 'locked' | 'full';

  constructor(why: 'locked' | 'full') {
    super(why);
    this.why = why;
  }
}

/**
 * Writes into several documents: through the queue of each room as one more edit, all rows in one
 * transaction, or none. Other rooms go on meanwhile.
 */
export async function editTogether(
  rooms: readonly Room[],
  edit: JointEdit,
  store: Pick<LogStore, 'appendTogether'>,
): Promise<void> {
  // Always in the same order, so that two of these never wait for each other.
  const order = [...rooms].sort((a, b) => (a.ref.documentId < b.ref.documentId ? -1 : 1));
  await holdAll(order, () => writeHeld(rooms, edit, store));
}

function holdAll(rooms: readonly Room[], run: () => Promise<void>): Promise<void> {
  const [first, ...others] = rooms;
  return first ? first.alone(() => holdAll(others, run)) : run();
}

async function writeHeld(
  rooms: readonly Room[],
  edit: JointEdit,
  store: Pick<LogStore, 'appendTogether'>,
): Promise<void> {
  const entries = stageAll(rooms, edit);
  let isWritten = false;
  try {
    const seqs = await store.appendTogether(entries, async (tx) => {
      await edit.also(tx);
      isWritten = true;
    });
    if (seqs === null) {
      throw new JointEditRefused('locked');
    }
    for (const [index, { documentId, update, claim }] of entries.entries()) {
      const room = rooms.find(({ ref }) => ref.documentId === documentId);
      room?.serverEdit.wrote(update, seqs[index] ?? 0, claim);
    }
    for (const room of rooms) {
      room.serverEdit.settle();
    }
  } catch (error) {
    // Lost at its commit, it may have happened all the same: then the documents are loaded again.
    const isUnknown = (isWritten && !(error instanceof JointEditRefused)) || error instanceof StaleOwnerError;
    for (const room of rooms) {
      if (isUnknown) {
        room.fail(error);
      } else {
        room.serverEdit.takeBack();
      }
    }
    throw error;
  }
}

/** The row of one of the documents, and under which client id it was written. */
interface JointEntry extends LogEntry {
  update: Uint8Array;
  claim: Claim;
}

/** Changes the staging documents; on a throw they are what is committed again. */
function stageAll(rooms: readonly Room[], edit: JointEdit): JointEntry[] {
  const docs = rooms.map((room) => room.serverEdit.begin(edit.by));
  try {
    const updates = capture(docs, () => edit.change(docs));
    return rooms.flatMap(({ ref: { documentId }, serverEdit }, index) => {
      const update = updates[index] ?? null;
      if (update === null) {
        return [];
      }
      const claim = serverEdit.claimFor(edit.by);
      if (edit.needRoom.includes(documentId) && serverEdit.isOverfull(update.length, claim)) {
        throw new JointEditRefused('full');
      }
      return [{ documentId, epoch: serverEdit.epoch, update, claims: [claim], claim }];
    });
  } catch (error) {
    for (const room of rooms) {
      room.serverEdit.takeBack();
    }
    throw error;
  }
}

/** What `change` writes into each document, as one update. */
function capture(docs: readonly Y.Doc[], change: () => void): (Uint8Array | null)[] {
  const emitted = docs.map((): Uint8Array[] => []);
  const listeners = docs.map((doc, index) => {
    const listen = (update: Uint8Array): void => {
      emitted[index]?.push(update);
    };
    doc.on('update', listen);
    return () => doc.off('update', listen);
  });
  const nested = docs.reduce<() => void>((inner, doc) => () => doc.transact(inner), change);
  try {
    nested();
  } finally {
    for (const stop of listeners) {
      stop();
    }
  }
  return emitted.map((updates) => (updates.length > 1 ? Y.mergeUpdates(updates) : (updates[0] ?? null)));
}
