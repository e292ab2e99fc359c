import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import { readSyncStep1, writeSyncStep1 } from 'y-protocols/sync';
import * as Y from 'yjs';
import { MESSAGE, NACK, type NackName, SCHEMA_VERSION, type WireState } from '#shared/wire/messages.ts';

/** What the small server does with the n-th sync message: takes it, takes it silently, or refuses. */
export type Verdict = 'ack' | 'silent' | NackName;

/** One document on the small server. */
export interface SyncRoom {
  doc: Y.Doc;
  seed: Uint8Array;
  /** Decides each content message; taken and acknowledged when it is not set. */
  judge: (n: number, update: Uint8Array) => Verdict;
  /** Says nothing of the server's state vector on a new connection, so no full answer comes. */
  withholdStep1: boolean;
  state: WireState;
  /** Message types that came, newest last; `0/1` and `0/2` for sync content. */
  received: string[];
  /** Awareness frames that came. */
  awareness: Uint8Array[];
  sockets: Set<WebSocket>;
  send(type: number, write?: (encoder: encoding.Encoder) => void): void;
  askStep1(): void;
  ack(n: number): void;
  setState(state: Partial<WireState>): void;
  closeAll(code: number): void;
  /** Replaces the document, as reopening a frozen plan does. */
  replaceDoc(doc: Y.Doc): void;
  /** Goes back to an older dump: what came since is not there any more. */
  restore(dump: Uint8Array, counted: Partial<WireState>): void;
}

interface Listening {
  wsBase: string;
  stop(): Promise<void>;
}

export type SyncServer = SyncRoom & Listening;

/** A server that speaks the wire of a plan for one room, with verdicts that a test sets. */
export async function startSyncServer(seed?: Uint8Array, port = 0): Promise<SyncServer> {
  const room = createRoom(seed);
  return Object.assign(room, await listen(() => room, port));
}

/** The same with a room a document; the path names it. */
export async function startSyncServers<Id extends string>(
  rooms: Record<Id, SyncRoom>,
  port = 0,
): Promise<Listening> {
  const byId = new Map<string, SyncRoom>(Object.entries(rooms));
  return listen((id) => byId.get(id), port);
}

async function listen(roomOf: (id: string) => SyncRoom | undefined, port: number): Promise<Listening> {
  const wss = new WebSocketServer({ host: '127.0.0.1', port });
  await new Promise((resolve) => wss.once('listening', resolve));
  wss.on('connection', (socket, { url }) => {
    const room = roomOf(url?.replace(/\?.*/, '').split('/').at(-1) ?? '');
    if (room) {
      serve(room, socket);
    } else {
      socket.close(4404, 'test');
    }
  });
  return {
    wsBase: `ws://127.0.0.1:${(wss.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of wss.clients) {
        socket.terminate();
      }
      await new Promise((resolve) => wss.close(resolve));
    },
  };
}

/** A document that nobody has opened yet. */
export function createRoom(seed?: Uint8Array): SyncRoom {
  const server: SyncRoom = {
    doc: new Y.Doc(),
    seed: seed ?? Y.encodeStateAsUpdate(new Y.Doc()),
    judge: () => 'ack',
    withholdStep1: false,
    state: {
      state: 'open',
      phase: 'ziele',
      role: 'junger_mensch',
      writable: ['goals'],
      epoch: 1,
      generation: 1,
      seq: 1,
      versions: 0,
      schemaVersion: SCHEMA_VERSION,
      quota: {},
    },
    received: [],
    awareness: [],
    sockets: new Set(),
    send(type, write = () => undefined) {
      for (const socket of server.sockets) {
        socket.send(frame(type, write));
      }
    },
    askStep1: () => server.send(MESSAGE.sync, (encoder) => writeSyncStep1(encoder, server.doc)),
    ack(n) {
      server.send(MESSAGE.ack, (encoder) => {
        encoding.writeVarUint(encoder, n);
        encoding.writeVarUint(encoder, 1);
      });
    },
    setState(state) {
      server.state = { ...server.state, ...state };
      server.send(MESSAGE.state, (encoder) => encoding.writeVarString(encoder, JSON.stringify(server.state)));
    },
    closeAll(code) {
      for (const socket of server.sockets) {
        socket.close(code, 'test');
      }
    },
    restore(dump, counted) {
      server.state = { ...server.state, ...counted };
      server.doc = new Y.Doc();
      server.seed = dump;
      Y.applyUpdate(server.doc, dump);
    },
    replaceDoc(doc) {
      server.state.versions++;
      server.doc = doc;
      server.seed = Y.encodeStateAsUpdate(doc);
    },
  };
  if (seed) {
    Y.applyUpdate(server.doc, seed);
  }
  return server;
}

function serve(server: SyncRoom, socket: WebSocket): void {
  let n = 0;
  server.sockets.add(socket);
  socket.on('close', () => server.sockets.delete(socket));
  socket.on('error', () => undefined);
  const broadcast = (update: Uint8Array): void => {
    socket.send(
      frame(MESSAGE.sync, (encoder) => {
        encoding.writeVarUint(encoder, 2);
        encoding.writeVarUint8Array(encoder, update);
      }),
    );
  };
  socket.send(frame(MESSAGE.state, (e) => encoding.writeVarString(e, JSON.stringify(server.state))));
  if (!server.withholdStep1) {
    socket.send(frame(MESSAGE.sync, (encoder) => writeSyncStep1(encoder, server.doc)));
  }
  const watched = server.doc;
  watched.on('update', (update: Uint8Array, origin: unknown) => origin !== socket && broadcast(update));
  socket.on('message', (data: Buffer) => {
    const decoder = decoding.createDecoder(new Uint8Array(data));
    const type = decoding.readVarUint(decoder);
    if (type === MESSAGE.awareness) {
      server.received.push('1');
      server.awareness.push(decoding.readVarUint8Array(decoder));
      return;
    }
    if (type !== MESSAGE.sync) {
      server.received.push(String(type));
      return;
    }
    const subtype = decoding.readVarUint(decoder);
    server.received.push(`0/${subtype}`);
    if (subtype === 0) {
      sendPlan(server, socket, decoder);
      return;
    }
    n++;
    answer(server, socket, n, decoding.readVarUint8Array(decoder));
  });
}

/** The seed as step 2, then the rest as updates: a plan comes in several frames. */
function sendPlan(server: SyncRoom, socket: WebSocket, decoder: decoding.Decoder): void {
  if (decoding.readVarUint8Array(decoding.clone(decoder)).length > 1) {
    socket.send(frame(MESSAGE.sync, (encoder) => readSyncStep1(decoder, encoder, server.doc)));
    return;
  }
  const base = new Y.Doc();
  Y.applyUpdate(base, server.seed);
  socket.send(
    frame(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint8Array(encoder, server.seed);
    }),
  );
  const rest = Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(base));
  base.destroy();
  socket.send(
    frame(MESSAGE.sync, (encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint8Array(encoder, rest);
    }),
  );
}

function answer(server: SyncRoom, socket: WebSocket, n: number, update: Uint8Array): void {
  const verdict = server.judge(n, update);
  if (verdict === 'ack' || verdict === 'silent') {
    Y.applyUpdate(server.doc, update, socket);
    if (verdict === 'silent') {
      return;
    }
    socket.send(
      frame(MESSAGE.ack, (encoder) => {
        encoding.writeVarUint(encoder, n);
        encoding.writeVarUint(encoder, 1);
      }),
    );
    return;
  }
  socket.send(
    frame(MESSAGE.nack, (encoder) => {
      encoding.writeVarUint(encoder, n);
      encoding.writeVarUint(encoder, NACK[verdict]);
      encoding.writeVarString(encoder, 'test');
    }),
  );
}

function frame(type: number, write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
}
