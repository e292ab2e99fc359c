import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';
import { answerParent } from '../servers/answer.ts';
import { openRooms } from '../servers/rooms.ts';

/** Hocuspocus with its own defaults, without an extension that would store anything. */

let content = new Uint8Array();
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  async onLoadDocument({ document }) {
    Y.applyUpdate(document, content);
  },
});
await server.listen();

answerParent({
  rooms(wish) {
    content = Buffer.from(wish.content, 'base64');
    return openRooms(`ws://127.0.0.1:${server.address.port}`, wish);
  },
});
