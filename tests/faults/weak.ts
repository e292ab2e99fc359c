import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Seams } from '#server/seams.ts';
import { type Judge, judge } from '#server/sync/guard/guard.ts';
import type { AppendResult, LogEntry, LogStore } from '#server/sync/log/store.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { pause } from './wait.ts';

/**
 * Servers that are wrong on purpose, one promise each. They exist to show that the suite sees it; they
 * are made from the seams, so nothing in the product can be switched to be like this.
 */
export const WEAKNESSES = {
  'early-ack': 'acknowledges before the commit',
  'no-epoch': 'writes although another process owns the plan',
  'no-deletes': 'does not look at what an update deletes',
  'no-origin': 'opens sockets for pages of any origin',
  'half-shown': 'writes only one of two documents that change together',
  'no-walls': 'tells everybody what somebody writes for themselves',
} as const;
export type Weakness = keyof typeof WEAKNESSES;

/** So much later the log gets what was acknowledged early. */
const LATE_MS = 400;

/** The seams of a weak server. */
export function weakSeams(weakness: Weakness): Seams {
  switch (weakness) {
    case 'early-ack':
      return { store: earlyStore };
    case 'no-epoch':
      return { store: unfencedStore };
    case 'no-deletes':
      return { judge: deletesPass };
    case 'no-origin':
      return { origins: new EveryOrigin() };
    case 'half-shown':
      return { store: halfStore };
    case 'no-walls':
      return { hub: toldToAll };
  }
}

/** Says "committed" at once and writes later, in order; what needs the written log waits for it. */
function earlyStore(store: LogStore): LogStore {
  const next = new Map<string, number>();
  let late: Promise<unknown> = Promise.resolve();
  const later = (entries: readonly LogEntry[]): void => {
    const due = pause(LATE_MS);
    late = late.then(() => due).then(() => store.append(entries).catch(() => undefined));
  };
  return {
    ...store,
    async claim(documentId) {
      await late;
      const stored = await store.claim(documentId);
      next.set(documentId, stored?.nextSeq ?? 1);
      return stored;
    },
    async append(entries) {
      later(entries);
      return entries.map((entry): AppendResult => {
        const seq = next.get(entry.documentId) ?? 1;
        next.set(entry.documentId, entry.update ? seq + 1 : seq);
        return { kind: 'committed', seq: entry.update ? seq : null };
      });
    },
    transact: (documentId, epoch, write) => late.then(() => store.transact(documentId, epoch, write)),
    compact: (...args) => late.then(() => store.compact(...args)),
  };
}

/** Takes a plan over without a word: the epoch stays, so the older owner never learns of it. */
function unfencedStore(store: LogStore): LogStore {
  return { ...store, claim: (documentId) => store.read(documentId) };
}

/** Of what is shown the plan alone is written; the card's owner still has it unshown after a restart. */
function halfStore(store: LogStore): LogStore {
  return {
    ...store,
    appendTogether: (entries, also) =>
      store.appendTogether(
        entries.map((entry, index) => (index === 0 ? { ...entry, update: EMPTY } : entry)),
        also,
      ),
  };
}

/** A row that says nothing. */
const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());

/** Passes on whatever comes in on any socket, whichever document it is for. */
function toldToAll(hub: SyncHub): SyncHub {
  const sockets = new Set<WebSocket>();
  const connect = hub.connect.bind(hub);
  hub.connect = (socket, ...rest) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('message', (bytes: Buffer) => {
      for (const other of bytes.includes('geheim') ? sockets : []) {
        other.send(bytes);
      }
    });
    connect(socket, ...rest);
  };
  return hub;
}

/** Lets an update that deletes pass whatever the guard says of it. */
const deletesPass: Judge = (update, context) => {
  const verdict = judge(update, context);
  return verdict.kind === 'refuse' && Y.decodeUpdate(update).ds.clients.size > 0
    ? { kind: 'pass', update, claims: [] }
    : verdict;
};

class EveryOrigin extends Set<string> {
  override has(): boolean {
    return true;
  }
}
