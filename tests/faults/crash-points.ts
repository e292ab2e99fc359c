import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Seams } from '#server/seams.ts';
import { judge } from '#server/sync/guard/guard.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import type { SyncHub } from '#server/sync/types.ts';
import type { Line } from '#server/sync/wire/send-buffer.ts';
import { MESSAGE } from '#shared/wire/messages.ts';

/** Where a server process ends itself without a farewell; numbers as in the list of crash points. */
export const CRASH_POINTS = {
  C1: 'an edit was received, the guard has not looked at it',
  C2: 'an edit is staged, the insert has not been sent',
  C3: 'the insert is on its way, its commit is not known',
  C4: 'the commit is known, nothing was done about it',
  C5: 'the first broadcast of a committed edit is about to leave',
  C6: 'some have the broadcast, others have not',
  C7: 'the acknowledgement is about to leave',
  C8: 'the compacted state is written, the log not yet deleted',
  C9: 'the canonical bytes are made, the version is not written',
  C10: 'the version is written, its transaction not yet committed',
  C11: 'a PDF is being set',
  C12: 'the tables are being made',
  C13: 'the server drains after SIGTERM',
  C14: 'a right is withdrawn in the database, its socket still open',
} as const;
export type CrashPoint = keyof typeof CRASH_POINTS;

/** Counts down to the moment; only the point that is armed does anything. */
class Trigger {
  #point: CrashPoint | null = null;
  #left = 0;

  /** The `nth` time that `point` is reached ends the process. */
  arm(point: CrashPoint, nth: number): void {
    this.#point = point;
    this.#left = nth;
  }

  isArmed(point: CrashPoint): boolean {
    return this.#point === point;
  }

  /** True the moment it is this point's turn. */
  reached(point: CrashPoint): boolean {
    return this.#point === point && --this.#left === 0;
  }

  /** Ends the process here when it is this point's turn. */
  at(point: CrashPoint): void {
    if (this.reached(point)) {
      die(point);
    }
  }
}

function die(point: CrashPoint): void {
  writeSync(1, `crash point ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** After the statement has left: the driver hands it to the system in the next turn of the loop. */
function dieAfterSending(point: CrashPoint): void {
  setImmediate(() => setImmediate(() => die(point)));
}

/** Seams that end the process at the armed point. */
export function crashSeams(): {
  seams: Required<Pick<Seams, 'store' | 'judge' | 'hub' | 'onQuery'>>;
  trigger: Trigger;
} {
  const trigger = new Trigger();
  return {
    trigger,
    seams: {
      judge: (update, context) => {
        trigger.at('C1');
        return judge(update, context);
      },
      store: (store) => crashingStore(store, trigger),
      hub: (hub) => crashingHub(hub, trigger),
      onQuery: (text) => onQuery(text, trigger),
    },
  };
}

function crashingStore(store: LogStore, trigger: Trigger): LogStore {
  return {
    ...store,
    async append(entries) {
      trigger.at('C2');
      const isTurn = trigger.reached('C3');
      const appended = store.append(entries);
      if (isTurn) {
        // Where no query can be watched (embedded), a few turns of the loop stand for "on its way".
        dieAfterSending('C3');
      }
      const results = await appended;
      trigger.at('C4');
      trigger.at('C13');
      return results;
    },
  };
}

/** Where a process notes what it is about to freeze: the log of a frozen plan is deleted. */
export function frozenFile(dataDir: string, documentId: string): string {
  return join(dataDir, `frozen-${documentId}`);
}

function keepFrozen(documentId: string, doc: Y.Doc): void {
  writeFileSync(frozenFile(process.env['DATA_DIR'] ?? '', documentId), Y.encodeStateAsUpdate(doc));
}

function crashingHub(hub: SyncHub, trigger: Trigger): SyncHub {
  const connect = hub.connect.bind(hub);
  const revoke = hub.revoke.bind(hub);
  const withCommittedDocument = hub.withCommittedDocument.bind(hub);
  hub.withCommittedDocument = (documentId, write, ...rest) =>
    withCommittedDocument(
      documentId,
      async (tx, doc) => {
        const written = await write(tx, doc);
        keepFrozen(documentId, doc);
        return written;
      },
      ...rest,
    );
  hub.connect = (socket, documentId, who, line) =>
    connect(watched(socket, trigger), documentId, who, line && watchedLine(line, socket, trigger));
  hub.revoke = (...scope) => {
    trigger.at('C14');
    revoke(...scope);
  };
  return hub;
}

/** Sockets of broadcasts that have left since C6 was armed. */
let first: WebSocket | null = null;

function watched(socket: WebSocket, trigger: Trigger): WebSocket {
  const send = socket.send.bind(socket) as (data: Uint8Array) => void;
  socket.send = ((data: Uint8Array) => {
    leaving(data, socket, trigger);
    send(data);
  }) as WebSocket['send'];
  return socket;
}

/** Several frames leave in one write; each is looked at before any of them has left. */
function watchedLine(line: Line, socket: WebSocket, trigger: Trigger): Line {
  return {
    get writableLength() {
      return line.writableLength;
    },
    write(bytes) {
      for (const frame of framesIn(bytes)) {
        leaving(frame, socket, trigger);
      }
      return line.write(bytes);
    },
  };
}

/** Payloads of whole, unmasked websocket frames (RFC 6455, 5.2). */
function* framesIn(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length; ) {
    const short = view.getUint8(at + 1) & 127;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    const length =
      short === 126 ? view.getUint16(at + 2) : short === 127 ? Number(view.getBigUint64(at + 2)) : short;
    yield bytes.subarray(at + head, at + head + length);
    at += head + length;
  }
}

function leaving(frame: Uint8Array, socket: WebSocket, trigger: Trigger): void {
  if (frame[0] === MESSAGE.sync && frame[1] === 2) {
    trigger.at('C5');
    dieBetween(socket, trigger);
  } else if (frame[0] === MESSAGE.ack) {
    trigger.at('C7');
  }
}

/** C6: the first socket's broadcast has been handed over, the second one's has not. */
function dieBetween(socket: WebSocket, trigger: Trigger): void {
  if (!trigger.isArmed('C6')) {
    return;
  }
  if (first !== null && first !== socket) {
    trigger.at('C6');
  }
  first = socket;
  setImmediate(() => {
    first = null;
  });
}

let versionWritten = false;

function onQuery(text: string, trigger: Trigger): void {
  if (text.includes('delete from document_update')) {
    trigger.at('C8');
  } else if (text.includes('insert into protocol_version')) {
    trigger.at('C9');
    versionWritten = true;
  } else if (versionWritten && /^\s*commit/.test(text)) {
    trigger.at('C10');
    versionWritten = false;
  } else if (text.includes('insert into schema_migration')) {
    trigger.at('C12');
  } else if (text.includes('select content from protocol_version') && trigger.reached('C11')) {
    setTimeout(() => die('C11'), 60);
  }
}
