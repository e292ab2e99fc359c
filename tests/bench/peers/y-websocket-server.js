import { createServer } from 'node:http';
import { setContentInitializor, setupWSConnection } from '@y/websocket-server/utils';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { answerParent } from '../servers/answer.ts';
import { openRooms } from '../servers/rooms.ts';

/** `@y/websocket-server` as its own `server.js` wires it, without persistence, on the same `ws` as ours. */

const http = createServer();
const sockets = new WebSocketServer({ noServer: true });
sockets.on('connection', setupWSConnection);
http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (ws) => sockets.emit('connection', ws, request));
});
await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
const base = `ws://127.0.0.1:${http.address().port}`;

answerParent({
  rooms(wish) {
    const content = Buffer.from(wish.content, 'base64');
    setContentInitializor(async (doc) => Y.applyUpdate(doc, content));
    return openRooms(base, wish);
  },
});
