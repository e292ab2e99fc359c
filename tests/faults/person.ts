import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE, NACK, NACK_NAMES, type NackName, type WireState } from '#shared/wire/messages.ts';
import type { UndoSteps } from '../../client/session/types.ts';
import { createUndoList } from '../../client/session/undo/undo.ts';
import { planUndo } from '../../client/session/undo/undo-rules.ts';
import type { UndoRules } from '../../client/session/undo/undo-steps.ts';
import { Ledger } from './ledger.ts';
import { type Link, openLink } from './link.ts';

/** Where somebody sits, as `/api/demo/rooms` tells it. */
export interface Seat {
  participationId: string;
  personId: string;
  /** Leads the meeting. */
  leads: boolean;
  documentId: string;
  cookie: string;
  origin: string;
}

const BACKOFF_MS = 250;

/**
 * Somebody at the table without a browser: a stock y-websocket provider behind a line of its own. What
 * the server refuses is thrown away with the document, as the client does it, because Yjs cannot take
 * back what others may have seen.
 */
export class Person {
  readonly seat: Seat;
  readonly name: string;
  readonly link: Link;
  readonly ledger = new Ledger();
  /** Close codes that came from the server. */
  readonly closes: number[] = [];
  readonly frozen: { versionId: string; sha256: string }[] = [];
  state: WireState | null = null;
  /** When the last message with content came in, in milliseconds since 1970. */
  lastHeard = 0;
  connections = 0;
  gone = false;
  /** Told of every message as it came in, before anybody has looked at it. */
  onBytes: ((bytes: Buffer) => void) | null = null;
  /** Looks at the document before each thing that this person does; what it gives, after it. */
  readonly watches: ((doc: Y.Doc) => (doc: Y.Doc) => void)[] = [];
  doc = new Y.Doc();
  undo: UndoSteps;
  #provider: WebsocketProvider;
  /** The document is one of a frozen plan. */
  #knowsFrozen = false;

  readonly #rules: UndoRules;

  static async sitDown(
    seat: Seat,
    name: string,
    port: number,
    rules = planUndo(seat.personId),
  ): Promise<Person> {
    return new Person(seat, name, await openLink(port), rules);
  }

  private constructor(seat: Seat, name: string, link: Link, rules: UndoRules) {
    this.#rules = rules;
    this.seat = seat;
    this.name = name;
    this.link = link;
    this.undo = undoOf(this.doc, rules);
    this.#provider = this.#connect();
  }

  get synced(): boolean {
    return this.#provider.synced;
  }

  /** Everything that was typed here is durable. */
  get saved(): boolean {
    return this.synced && this.ledger.open().length === 0;
  }

  /** May type: at the table, with the plan open, and knowing it. */
  get canWrite(): boolean {
    return !this.gone && (this.state === null || this.state.writable.length > 0);
  }

  /** Does something to the document in the name of this person; nothing while the tab is gone. */
  act(operation: (doc: Y.Doc, undo: UndoSteps) => void): void {
    if (this.canWrite) {
      const looks = this.watches.map((watch) => watch(this.doc));
      operation(this.doc, this.undo);
      for (const look of looks) {
        look(this.doc);
      }
    }
  }

  /** Sends bytes past the provider, as a program of bad will does; counted like everything else. */
  sendRaw(update: Uint8Array): boolean {
    const { ws, wsconnected } = this.#provider;
    if (!ws || !wsconnected) {
      return false;
    }
    const head = Uint8Array.of(MESSAGE.sync, 2);
    const length: number[] = [];
    for (let rest = update.length; ; rest >>>= 7) {
      length.push(rest > 127 ? (rest & 127) | 128 : rest);
      if (rest <= 127) {
        break;
      }
    }
    ws.send(Buffer.concat([head, Uint8Array.from(length), update]));
    return true;
  }

  /** Says that everything was sent: the answer to the state `freezing`. */
  flush(): void {
    const { ws, wsconnected } = this.#provider;
    if (ws && wsconnected) {
      ws.send(Uint8Array.of(MESSAGE.flushed));
    }
  }

  /** Comes back, also after a close that is for good. */
  comeBack(): void {
    if (!this.gone) {
      this.#provider.connect();
    }
  }

  /** The tab is closed in this moment; the line too. What was not answered is lost with it. */
  async leave(): Promise<void> {
    if (this.gone) {
      return;
    }
    this.gone = true;
    this.ledger.dropped();
    this.#provider.destroy();
    await this.link.close();
  }

  /** Throws the document away and takes a fresh one, as after a refusal. */
  startAfresh(): void {
    this.ledger.dropped();
    this.#provider.destroy();
    this.doc = new Y.Doc();
    this.undo = undoOf(this.doc, this.#rules);
    this.#provider = this.#connect();
  }

  /** A frozen plan has a document made anew. Not within the provider's own handling of a message. */
  #renew(provider: WebsocketProvider): void {
    setImmediate(() => this.#provider === provider && !this.gone && this.startAfresh());
  }

  #connect(): WebsocketProvider {
    const { doc, ledger, seat } = this;
    // Before the provider listens: a change is noted first, then sent and counted.
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== provider) {
        ledger.add(update);
      }
    });
    const provider: WebsocketProvider = new WebsocketProvider(
      `ws://127.0.0.1:${this.link.port}/sync/${seat.participationId}`,
      seat.documentId,
      doc,
      { WebSocketPolyfill: this.#socketClass(), disableBc: true, maxBackoffTime: BACKOFF_MS },
    );
    this.#listen(provider);
    return provider;
  }

  #socketClass(): typeof globalThis.WebSocket {
    const person = this;
    const { origin, cookie } = this.seat;
    class CountingSocket extends WebSocket {
      constructor(address: string, protocols?: string[]) {
        super(address, protocols, { headers: { origin, cookie }, handshakeTimeout: 5_000 });
        person.connections++;
        person.ledger.reconnected();
        this.on('message', (bytes) => {
          person.lastHeard = Date.now();
          person.onBytes?.(Buffer.from(bytes as ArrayBuffer));
        });
      }
      override send(data: Parameters<WebSocket['send']>[0]): void {
        if (data instanceof Uint8Array && data[0] === MESSAGE.sync && data[1] !== 0) {
          person.ledger.message(data[1] === 1);
        }
        super.send(data);
      }
    }
    return CountingSocket as unknown as typeof globalThis.WebSocket;
  }

  #listen(provider: WebsocketProvider): void {
    const { ledger } = this;
    const handlers = provider.messageHandlers;
    handlers[MESSAGE.ack] = (_encoder, decoder) => ledger.acknowledged(decoding.readVarUint(decoder));
    handlers[MESSAGE.nack] = (_encoder, decoder) => {
      const n = decoding.readVarUint(decoder);
      const code = decoding.readVarUint(decoder);
      const name: NackName = NACK_NAMES.find((one) => NACK[one] === code) ?? 'malformed';
      ledger.refused(n, name, decoding.readVarString(decoder));
      if (name !== 'not_causal') {
        this.#renew(provider);
      }
    };
    handlers[MESSAGE.state] = (_encoder, decoder) => {
      this.state = JSON.parse(decoding.readVarString(decoder)) as WireState;
      const isClosed = this.state.state === 'frozen' || this.state.state === 'sealed';
      if (isClosed && !this.#knowsFrozen) {
        this.#knowsFrozen = true;
        this.#renew(provider);
      }
    };
    handlers[MESSAGE.frozen] = (_encoder, decoder) => {
      const versionId = decoding.readVarString(decoder);
      const sha256 = Buffer.from(decoding.readVarUint8Array(decoder)).toString('hex');
      this.frozen.push({ versionId, sha256 });
      this.#renew(provider);
    };
    provider.on('connection-close', (event) => {
      if (event && event.code >= 4000) {
        this.closes.push(event.code);
      }
    });
  }
}

/** The undo that people have: what somebody made is marked as removed, never erased. */
function undoOf(doc: Y.Doc, rules: UndoRules): UndoSteps {
  const undo = createUndoList();
  undo.follow(doc, rules);
  return undo;
}
