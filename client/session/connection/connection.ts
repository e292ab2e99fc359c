import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { Awareness } from 'y-protocols/awareness';
import { messageYjsSyncStep1, writeSyncStep1, writeSyncStep2 } from 'y-protocols/sync';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { readJson } from '#shared/json.ts';
import { LIMITS } from '#shared/wire/limits.ts';
import {
  MESSAGE,
  NACK,
  NACK_NAMES,
  type NackName,
  type WireState,
  wireState,
} from '#shared/wire/messages.ts';
import { placesOf } from '../pending/change-places.ts';
import { createPending, type PendingChanges } from '../pending/pending.ts';
import { countingSocket } from './counting-socket.ts';
import { onOwnPresence } from './presence.ts';
import { jitteredDelay } from './wake.ts';

/** What happens on the wire of one document. */
export interface ConnectionEvents {
  connection(): void;
  synced(): void;
  state(state: WireState): void;
  refused(n: number, code: NackName): void;
  /** The server holds another document than this one: it was made anew. */
  otherDocument(): void;
  /** The plan has become a version; the server has made its document anew. */
  frozen(): void;
  closed(code: number): void;
  /** The server has confirmed something, and its log stands at `seq`: all it had to say before has arrived. */
  confirmed(seq: number): void;
  changed(): void;
}

/** One document, its provider and what of it is not confirmed. It is thrown away as a whole. */
export interface Connection {
  doc: Y.Doc;
  awareness: Awareness;
  pending: PendingChanges;
  connected(): boolean;
  synced(): boolean;
  /** Milliseconds since the server was last heard. */
  silence(): number;
  connect(): void;
  /** From now on the address names the life of the database that this page has seen. */
  sawGeneration(generation: number): void;
  /** Drops the connection and tries again at once. */
  reconnect(): void;
  /** Compares once more; what the server lacks is sent again. */
  resync(): void;
  /** Says that everything typed here was sent before. */
  sendFlushed(): void;
  destroy(): void;
}

export interface ConnectionAddress {
  serverUrl: string;
  room: string;
  WebSocketClass: typeof WebSocket;
}

/** Opens the link, not yet connected. */
export function openConnection(address: ConnectionAddress, events: ConnectionEvents): Connection {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const pending = createPending();
  // Before the provider listens to the document: a change is noted first, then sent and counted.
  doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    if (origin !== provider) {
      pending.add({ update, places: placesOf(transaction) });
      events.changed();
    }
  });
  const provider = makeProvider(address, doc, awareness, pending);
  const stopPresence = ownPresenceOnly(provider, awareness);
  const nameOwn = (): void => sendOwnClients(provider, pending);
  const lastServerVector = listen(provider, pending, events, nameOwn);
  provider.on('status', events.connection);
  provider.on('sync', (isSynced) => (isSynced ? events.synced() : events.connection()));
  provider.on('connection-close', () => {
    provider.maxBackoffTime = jitteredDelay(provider.wsUnsuccessfulReconnects);
  });
  provider.on('closed', ({ code }) => events.closed(code));
  return {
    doc,
    awareness,
    pending,
    connected: () => provider.wsconnected,
    synced: () => provider.synced,
    silence: () => Date.now() - provider.wsLastMessageReceived,
    connect: () => provider.connect(),
    sawGeneration(generation) {
      provider.params = { generation: String(generation) };
    },
    reconnect() {
      provider.disconnect();
      provider.wsUnsuccessfulReconnects = 0;
      provider.connect();
    },
    resync() {
      nameOwn();
      sendFrame(provider, MESSAGE.sync, (encoder) => writeSyncStep1(encoder, doc));
      sendFrame(provider, MESSAGE.sync, (encoder) => writeSyncStep2(encoder, doc, lastServerVector()));
    },
    sendFlushed: () => sendFrame(provider, MESSAGE.flushed, () => undefined),
    destroy() {
      stopPresence();
      provider.destroy();
      awareness.destroy();
      doc.destroy();
    },
  };
}

function makeProvider(
  address: ConnectionAddress,
  doc: Y.Doc,
  awareness: Awareness,
  pending: PendingChanges,
): WebsocketProvider {
  return new WebsocketProvider(address.serverUrl, address.room, doc, {
    awareness,
    connect: false,
    // Another tab must never get an edit that the server has not committed.
    disableBc: true,
    WebSocketPolyfill: countingSocket(address.WebSocketClass, {
      opening: pending.reconnected,
      sent: pending.sent,
    }),
  });
}

function sendFrame(
  provider: WebsocketProvider,
  type: number,
  write: (encoder: encoding.Encoder) => void,
): void {
  const { ws } = provider;
  if (ws && ws.readyState === ws.OPEN) {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, type);
    write(encoder);
    ws.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>);
  }
}

/** What this device writes under; nobody else's ids become its own by its having their words. */
function sendOwnClients(provider: WebsocketProvider, pending: PendingChanges): void {
  const clients = new Set([provider.doc.clientID]);
  for (const update of pending.updates()) {
    for (const client of Y.parseUpdateMeta(update).from.keys()) {
      clients.add(client);
    }
  }
  const named = [...clients].slice(0, LIMITS.ownClients);
  sendFrame(provider, MESSAGE.mine, (encoder) => {
    encoding.writeVarUint(encoder, named.length);
    for (const client of named) {
      encoding.writeVarUint(encoder, client);
    }
  });
}

function ownPresenceOnly(provider: WebsocketProvider, awareness: Awareness): () => void {
  awareness.off('update', provider._awarenessUpdateHandler);
  // Asked for all states, the stock provider would tell everybody's; each client tells its own.
  provider.messageHandlers[MESSAGE.queryAwareness] = () => undefined;
  return onOwnPresence(awareness, (state) =>
    sendFrame(provider, MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, state)),
  );
}

/** Handles our own messages and looks into the server's step 1. Gives the last state vector it told. */
function listen(
  provider: WebsocketProvider,
  pending: PendingChanges,
  events: ConnectionEvents,
  nameOwn: () => void,
): () => Uint8Array {
  let serverVector: Uint8Array = Y.encodeStateVector(new Map());
  const { messageHandlers } = provider;
  const stockSync = messageHandlers[MESSAGE.sync];
  messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
    const peek = decoding.clone(decoder);
    if (decoding.readVarUint(peek) === messageYjsSyncStep1) {
      serverVector = decoding.readVarUint8Array(peek).slice();
      if (isOtherDocument(provider.doc, serverVector, pending.updates())) {
        events.otherDocument();
        return;
      }
      nameOwn();
    }
    stockSync?.(encoder, decoder, ...rest);
  };
  messageHandlers[MESSAGE.ack] = (_encoder, decoder) => {
    pending.confirmed(decoding.readVarUint(decoder));
    events.confirmed(decoding.readVarUint(decoder));
  };
  messageHandlers[MESSAGE.nack] = (_encoder, decoder) => {
    const n = decoding.readVarUint(decoder);
    const code = decoding.readVarUint(decoder);
    events.refused(n, NACK_NAMES.find((name) => NACK[name] === code) ?? 'malformed');
  };
  messageHandlers[MESSAGE.state] = (_encoder, decoder) => {
    const state = readJson(wireState, decoding.readVarString(decoder));
    if (state) {
      events.state(state);
    }
  };
  // The frozen version itself comes with the live view.
  messageHandlers[MESSAGE.frozen] = () => events.frozen();
  return () => serverVector;
}

/**
 * Whether the server lacks something that it once sent: then it has made the document anew (a
 * reopened plan), and words of the old one must not flow into it. What only this client wrote is
 * left out: should the server lack that, it gets it again.
 */
function isOtherDocument(doc: Y.Doc, serverVector: Uint8Array, unconfirmed: readonly Uint8Array[]): boolean {
  const server = Y.decodeStateVector(serverVector);
  const firstOwn = new Map<number, number>();
  for (const update of unconfirmed) {
    for (const [client, clock] of Y.parseUpdateMeta(update).from) {
      firstOwn.set(client, Math.min(clock, firstOwn.get(client) ?? clock));
    }
  }
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    const sent = Math.min(clock, firstOwn.get(client) ?? clock);
    if (client !== doc.clientID && (server.get(client) ?? 0) < sent) {
      return true;
    }
  }
  return false;
}
