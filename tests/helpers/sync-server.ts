import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { WebSocket, WebSocketServer } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createSyncHub, type SyncHubOptions } from '#server/sync/room/hub.ts';
import type { SyncHub, SyncParticipant } from '#server/sync/types.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import { MESSAGE, NACK, NACK_NAMES, type NackName, type WireState } from '#shared/wire/messages.ts';

/** A hub behind real sockets on a free port. */
export interface SyncServer {
  hub: SyncHub;
  /** Address of a participant's sync socket, without the plan. */
  urlOf(participationId: string): string;
  /** Troubles that the hub told of. */
  troubles: unknown[];
  close(): Promise<void>;
}

/** Somebody at the table, by role. */
export function participant(participationId: string, role: ParticipantRole = 'moderation'): SyncParticipant {
  return {
    participationId,
    deviceId: `device-${participationId}`,
    personId: `person-${participationId}`,
    role,
    name: participationId,
    initials: participationId.slice(0, 2),
    hue: 1,
    remote: true,
  };
}

/** Opens a hub for these people; everybody else is let in as moderation. */
export async function openSyncServer(
  options: Omit<SyncHubOptions, 'onTrouble' | 'kinds'>,
  people: readonly SyncParticipant[] = [],
): Promise<SyncServer> {
  const troubles: unknown[] = [];
  const hub = createSyncHub({
    kinds: DOCUMENT_KINDS,
    ...options,
    onTrouble: (_plan, error) => troubles.push(error),
  });
  const known = new Map(people.map((who) => [who.participationId, who]));
  const http = createServer();
  const sockets = new WebSocketServer({
    server: http,
    maxPayload: LIMITS.messageBytes,
    perMessageDeflate: false,
  });
  sockets.on('connection', (socket, request) => {
    const [participationId = '', documentId = ''] = (request.url ?? '')
      .replace(/\?.*/, '')
      .split('/')
      .slice(2);
    hub.connect(socket, documentId, known.get(participationId) ?? participant(participationId));
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    hub,
    troubles,
    urlOf: (participationId) => `ws://127.0.0.1:${port}/sync/${participationId}`,
    async close() {
      await hub.close();
      for (const socket of sockets.clients) {
        socket.terminate();
      }
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** A stock provider that notes what the server says about its messages. */
export interface SyncClient {
  doc: Y.Doc;
  provider: WebsocketProvider;
  /** Sync messages with content sent on this connection, and how many the server settled. */
  sent(): number;
  acked(): number;
  nacks: { n: number; code: NackName }[];
  states: WireState[];
  frozen: { versionId: string; sha256: string }[];
  closes: number[];
  /** Sends the answer to the state `freezing`. */
  flush(): void;
  destroy(): void;
}

/** Connects a stock provider. `doc` may hold what was typed before; a browser adds its cookie and origin. */
export function connectClient(
  url: string,
  documentId: string,
  doc = new Y.Doc(),
  headers: Record<string, string> = {},
): SyncClient {
  let sent = 0;
  let acked = 0;
  class CountingSocket extends WebSocket {
    constructor(address: string, protocols?: string[]) {
      super(address, protocols, { headers });
      sent = 0;
      acked = 0;
    }
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && data[0] === MESSAGE.sync && data[1] !== 0) {
        sent++;
      }
      super.send(data);
    }
  }
  const provider = new WebsocketProvider(url, documentId, doc, {
    WebSocketPolyfill: CountingSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    maxBackoffTime: 200,
  });
  const client: SyncClient = {
    doc,
    provider,
    sent: () => sent,
    acked: () => acked,
    nacks: [],
    states: [],
    frozen: [],
    closes: [],
    flush: () => provider.ws?.send(Uint8Array.of(MESSAGE.flushed)),
    destroy() {
      provider.destroy();
      doc.destroy();
    },
  };
  provider.messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    acked = decoding.readVarUint(decoder);
  };
  provider.messageHandlers[MESSAGE.nack] = (_encoder, decoder) => {
    const n = decoding.readVarUint(decoder);
    const code = decoding.readVarUint(decoder);
    client.nacks.push({ n, code: NACK_NAMES.find((name) => NACK[name] === code) ?? 'malformed' });
  };
  provider.messageHandlers[MESSAGE.state] = (_encoder, decoder) => {
    client.states.push(JSON.parse(decoding.readVarString(decoder)) as WireState);
  };
  provider.messageHandlers[MESSAGE.frozen] = (_encoder, decoder) => {
    const versionId = decoding.readVarString(decoder);
    client.frozen.push({
      versionId,
      sha256: Buffer.from(decoding.readVarUint8Array(decoder)).toString('hex'),
    });
  };
  provider.on('connection-close', (event) => {
    if (event) {
      client.closes.push(event.code);
    }
  });
  return client;
}

/** Waits until `isTrue`; fails in words when it does not become true in time. */
export async function until(
  isTrue: () => boolean,
  what: string | (() => string),
  ms = 10_000,
): Promise<void> {
  const end = Date.now() + ms;
  while (!isTrue()) {
    if (Date.now() > end) {
      throw new Error(`waited ${ms} ms in vain until ${typeof what === 'string' ? what : what()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Everything that this client sent is durable. */
export function saved(client: SyncClient): Promise<void> {
  return until(
    () => client.provider.synced && client.sent() > 0 && client.acked() === client.sent(),
    'everything is acknowledged',
  );
}
