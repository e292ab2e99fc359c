import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, NACK, NACK_NAMES, type NackName, type WireState } from '#shared/wire/messages.ts';
import { applyKept } from '../../../client/session/pending/kept.ts';
import { createUndoList } from '../../../client/session/undo/undo.ts';
import type { UndoRules } from '../../../client/session/undo/undo-steps.ts';
import { type Entry, type Message, settle } from './entries.ts';

const AGAIN: ReadonlySet<NackName> = new Set(['not_causal', 'rate']);

/** What a page needs of its tab. */
export interface PageTab {
  /** Address of the document's socket, without the document. */
  url: string;
  documentId: string;
  undo: UndoRules;
  faults: string[];
  /** Something was typed. */
  enter(update: Uint8Array): Entry;
  /** The document of this page is at its end; `carried` is tried once more with the next. */
  ended(page: Page, carried: Entry[]): void;
}

/** One load of the page: one document, one stock provider. */
export class Page {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly undo = createUndoList();
  /** Everything that the server said of the plan: updates, and vectors of what it holds. */
  readonly told: { updates: Uint8Array[]; vectors: Uint8Array[] } = { updates: [], vectors: [] };
  readonly closes: number[] = [];
  /** The plan is here and what was kept is in it. */
  ready = false;
  state: WireState | null = null;
  /** Entries in this document that wait for an answer. */
  #entries: Entry[] = [];
  #carried: Entry[];
  /** What the document has just emitted; the provider sends it next. */
  #latest: Entry | null = null;
  #applying: Entry | null = null;
  readonly #forgetSteps: () => void;
  #hasAnswer = false;
  /** What went to and fro on this connection, for the message of a test that fails. */
  #trail: string[] = [];
  #messages: Message[] = [];
  readonly #tab: PageTab;
  readonly #sockets = new Set<WebSocket>();

  constructor(tab: PageTab, carried: Entry[]) {
    this.#tab = tab;
    this.#carried = carried;
    // Before the provider listens: a change is noted first, then sent.
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) {
        this.#note(update);
      }
    });
    this.provider = new WebsocketProvider(tab.url, tab.documentId, this.doc, {
      WebSocketPolyfill: this.#socketClass() as unknown as typeof globalThis.WebSocket,
      disableBc: true,
      maxBackoffTime: 100,
    });
    this.#forgetSteps = this.undo.follow(this.doc, tab.undo);
    this.#listen();
  }

  /** Everything that was typed here has its answer. */
  get isSettled(): boolean {
    const isAnswered = this.#messages.every(({ said }) => said !== null);
    return this.ready && this.provider.synced && isAnswered && this.open.length === 0;
  }

  get open(): Entry[] {
    return [...this.#carried, ...this.#entries].filter(({ fate }) => fate === 'open');
  }

  /** In words, for the message of a test that waited in vain. */
  describe(): string {
    const { wsconnected, synced } = this.provider;
    const said = this.#trail.join(', ');
    return JSON.stringify({
      ready: this.ready,
      wsconnected,
      synced,
      open: this.open.length,
      said,
      closes: this.closes,
    });
  }

  destroy(): void {
    this.#forgetSteps();
    this.provider.destroy();
    this.ready = false;
  }

  /** Ends what a dead line keeps open. */
  terminate(): void {
    for (const socket of this.#sockets) {
      socket.terminate();
    }
  }

  #note(update: Uint8Array): void {
    const entry = this.#applying ?? this.#tab.enter(update);
    this.#entries.push(entry);
    this.#latest = entry;
  }

  #socketClass(): new (address: string, protocols?: string[]) => WebSocket {
    const opening = (socket: WebSocket): void => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      this.#messages = [];
      this.#trail = [];
      this.#hasAnswer = false;
    };
    const sent = (subtype: number): void => this.#sent(subtype);
    return class CountingSocket extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols);
        opening(this);
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (data instanceof Uint8Array && data[0] === MESSAGE.sync && data[1] !== 0) {
          sent(data[1] as number);
        }
        super.send(data);
      }
    };
  }

  /** A full answer carries everything that is open; an update what was just typed. */
  #sent(subtype: number): void {
    const entries = subtype === 1 ? this.#entries.filter(({ fate }) => fate === 'open') : [];
    const message: Message = {
      entries: subtype === 2 && this.#latest ? [this.#latest] : entries,
      said: null,
      n: this.#messages.length + 1,
      trail: this.#trail,
    };
    this.#messages.push(message);
    this.#trail.push(subtype === 1 ? 'full' : 'update');
    for (const entry of message.entries) {
      entry.carriers.push(message);
    }
  }

  #listen(): void {
    const { messageHandlers } = this.provider;
    const stockSync = messageHandlers[MESSAGE.sync];
    messageHandlers[MESSAGE.sync] = (encoder, decoder, ...rest) => {
      const at = decoder.pos;
      const subtype = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder).slice();
      decoder.pos = at;
      (subtype === 0 ? this.told.vectors : this.told.updates).push(bytes);
      if (subtype === 0 && this.#isOfAnotherDocument(bytes)) {
        this.#leave(this.state?.state === 'frozen' ? [] : this.open);
      } else {
        stockSync?.(encoder, decoder, ...rest);
      }
    };
    messageHandlers[MESSAGE.ack] = (_encoder, decoder) => this.#acknowledged(decoding.readVarUint(decoder));
    messageHandlers[MESSAGE.nack] = (_encoder, decoder) => {
      const n = decoding.readVarUint(decoder);
      const code = decoding.readVarUint(decoder);
      this.#refused(n, NACK_NAMES.find((name) => NACK[name] === code) ?? 'malformed');
    };
    messageHandlers[MESSAGE.state] = (_encoder, decoder) => {
      this.state = JSON.parse(decoding.readVarString(decoder)) as WireState;
      if (this.state.state === 'freezing') {
        this.provider.ws?.send(Uint8Array.of(MESSAGE.flushed));
      }
    };
    // The document has been made anew; what came too late for it stands in the box.
    messageHandlers[MESSAGE.frozen] = () => this.#leave([]);
    this.provider.on('sync', () => this.#settleIn());
    this.provider.on('connection-close', (event) => event && this.closes.push(event.code));
  }

  #acknowledged(n: number): void {
    this.#trail.push(`ack ${n}`);
    for (const message of this.#messages.slice(0, n)) {
      message.said ??= 'kept';
      if (message.said === 'kept') {
        settle(message, 'durable');
      }
    }
    this.#hasAnswer = true;
    this.#settleIn();
  }

  /** The plan comes in several frames; the first answer comes after all of them. */
  #settleIn(): void {
    if (!this.ready && this.provider.synced && this.#hasAnswer) {
      this.ready = true;
      this.#applyCarried();
    }
  }

  #applyCarried(): void {
    for (const entry of this.#carried.splice(0)) {
      this.#applying = entry;
      const before = this.#entries.length;
      if (!applyKept(this.doc, entry.update)) {
        entry.fate = 'dropped';
      } else if (this.#entries.length === before && entry.fate === 'open') {
        // The server has told all of it already, or it repeats what is being sent again just now.
        entry.fate = before === 0 ? 'durable' : 'lost';
      }
      this.#applying = null;
    }
  }

  /** Whether the server lacks what it once told: then it holds a document that was made anew. */
  #isOfAnotherDocument(vector: Uint8Array): boolean {
    const server = Y.decodeStateVector(vector);
    const firstOwn = new Map<number, number>();
    for (const { update } of this.open) {
      for (const [client, clock] of Y.parseUpdateMeta(update).from) {
        firstOwn.set(client, Math.min(clock, firstOwn.get(client) ?? clock));
      }
    }
    return [...Y.decodeStateVector(Y.encodeStateVector(this.doc))].some(
      ([client, clock]) =>
        client !== this.doc.clientID &&
        (server.get(client) ?? 0) < Math.min(clock, firstOwn.get(client) ?? clock),
    );
  }

  #refused(n: number, code: NackName): void {
    this.#trail.push(`nack ${n} ${code}`);
    const message = this.#messages[n - 1];
    if (!message || message.said !== null) {
      this.#tab.faults.push(
        `message ${n} was refused after it was ${message?.said}: ${this.#trail.join(', ')}`,
      );
      return;
    }
    message.said = code;
    if (AGAIN.has(code)) {
      return;
    }
    const before = new Set(this.#messages.slice(0, n - 1).flatMap(({ entries }) => entries));
    settle(message, 'refused', code);
    this.#leave(this.open.filter((entry) => before.has(entry) || this.#carried.includes(entry)));
  }

  /** This document is at its end; what is not carried on stands in the box. */
  #leave(carried: Entry[]): void {
    for (const entry of this.open) {
      if (!carried.includes(entry)) {
        entry.fate = 'dropped';
      }
    }
    this.#tab.ended(this, carried);
  }
}
