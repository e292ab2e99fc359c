import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { step2Frame } from '#server/sync/wire/frames.ts';
import { answerParent } from './answer.ts';
import { openRooms, type RoomsWish } from './rooms.ts';

/**
 * The limit: every frame goes to everybody else in the room as it came, one write each. Nothing is read,
 * checked, merged or stored. Only who joins gets the state, so that the generator can begin.
 */

interface BareRoom {
  sockets: Set<WebSocket>;
  updates: Uint8Array[];
  join: Uint8Array | null;
}

const SYNC = 0;
const STEP_1 = 0;
const STEP_2 = 1;

/** Makes it wrong on purpose, so that the harness can be seen to notice. */
const broken = process.env['BENCH_BROKEN'] ?? '';
const BROKEN_EVERY = 500;
let edits = 0;

let content: Uint8Array = new Uint8Array();
const known = new Map<string, BareRoom>();
const http = createServer();
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket, request) => enter(socket, roomOf(request.url ?? '')));
await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
const base = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;

function roomOf(path: string): BareRoom {
  const room = known.get(path) ?? { sockets: new Set(), updates: [content], join: null };
  known.set(path, room);
  return room;
}

function enter(socket: WebSocket, room: BareRoom): void {
  room.sockets.add(socket);
  socket.on('message', (data: Buffer) => take(socket, room, data));
  socket.on('close', () => room.sockets.delete(socket));
  socket.on('error', () => {});
}

function take(socket: WebSocket, room: BareRoom, data: Buffer): void {
  if (broken === 'silent') {
    return;
  }
  if (data[0] === SYNC && data[1] === STEP_1) {
    room.join ??= step2Frame(merged(room.updates));
    socket.send(room.join);
  } else if (data[0] !== SYNC || data[1] !== STEP_2) {
    if (data[0] === SYNC) {
      keep(room, data);
    }
    for (const other of room.sockets) {
      if (other !== socket) {
        forward(other, data);
      }
    }
  }
}

function forward(to: WebSocket, data: Buffer): void {
  const isWrong = broken !== '' && data[0] === SYNC && ++edits % BROKEN_EVERY === 0;
  if (!isWrong || broken !== 'lossy') {
    to.send(data);
  }
  if (isWrong && broken === 'doubling') {
    to.send(data);
  }
}

/** Later joins need what was written; noting it costs next to nothing. */
function keep(room: BareRoom, data: Buffer): void {
  room.join = null;
  room.updates.push(data);
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [index, update] of updates.entries()) {
      Y.applyUpdate(doc, index === 0 ? update : bodyOf(update));
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

/** The update inside an update frame: behind type, subtype and a length of one to five bytes. */
function bodyOf(frame: Uint8Array): Uint8Array {
  let at = 2;
  while (((frame[at] ?? 0) & 128) !== 0) {
    at++;
  }
  return frame.subarray(at + 1);
}

answerParent({
  rooms(wish: RoomsWish) {
    content = Buffer.from(wish.content, 'base64');
    return openRooms(base, wish);
  },
});
