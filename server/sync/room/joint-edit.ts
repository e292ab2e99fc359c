import * as Y from 'yjs';
import { type LogEntry, type LogStore, StaleOwnerError } from '../log/store.ts';
import type { JointEdit } from '../types.ts';
import type { Room } from './room.ts';

/** One of the documents takes no edits, or is too full. Nothing has happened. */
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
    for (const [index, { documentId, update }] of entries.entries()) {
      const room = rooms.find(({ ref }) => ref.documentId === documentId);
      room?.serverEdit.wrote(update ?? new Uint8Array(), seqs[index] ?? 0);
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

/** Changes the staging documents; on a throw they are what is committed again. */
function stageAll(rooms: readonly Room[], edit: JointEdit): LogEntry[] {
  const docs = rooms.map((room) => room.serverEdit.begin());
  try {
    const updates = capture(docs, () => edit.change(docs));
    const entries: LogEntry[] = [];
    for (const [index, room] of rooms.entries()) {
      const update = updates[index] ?? null;
      const { documentId } = room.ref;
      if (
        update !== null &&
        edit.needRoom.includes(documentId) &&
        room.serverEdit.isOverfull(update.length)
      ) {
        throw new JointEditRefused('full');
      }
      if (update !== null) {
        entries.push({ documentId, epoch: room.serverEdit.epoch, update, claims: [] });
      }
    }
    return entries;
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
