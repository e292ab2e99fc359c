import * as Y from 'yjs';
import type { NackName } from '#shared/wire/messages.ts';

/** A piece of an update, not yet part of any document. */
export type Struct = Y.Item | Y.GC | Y.Skip;

/** A range of clocks of one client. */
export interface ClockRange {
  clock: number;
  len: number;
}

/** An update taken apart: structs by client in ascending clocks, and what it deletes. */
export interface DecodedUpdate {
  structs: Map<number, Struct[]>;
  deletions: Map<number, ClockRange[]>;
  /** How many structs there are. */
  pieces: number;
}

/** An update that cannot be taken apart, holds what no plan may hold, or is not this writer's to send. */
export class GuardRejection extends Error {
  override readonly name = 'GuardRejection';
  readonly code: NackName;
  constructor(code: NackName, reason: string) {
    super(reason);
    this.code = code;
  }
}

/** Clocks beyond this are not written by anybody's typing. */
const MAX_CLOCK = 2 ** 31;

/**
 * Pieces, and ranges of deletions, that one update may hold. An honest page that was offline for hours sends a few
 * thousand; each costs time beside its bytes, which are as few as two.
 */
const MOST_PIECES = 10_000;
const MOST_DELETIONS = 100_000;

/** Kinds of content by their number on the wire: gc, deleted, string, type, any, skip. */
const CONTENT_ALLOWED = new Set([0, 1, 4, 7, 8, 10]);
/** Kinds of shared types by their number on the wire: map, text, element, xml text. */
const TYPE_ALLOWED = new Set([1, 2, 3, 6]);

/** The decoder of the update that is being read; reading is synchronous. */
let reading: StrictDecoder | null = null;

/**
 * Refuses while reading: so a small update that promises much costs nothing, and no document,
 * embed or binary is ever made of what a client sent.
 */
class StrictDecoder extends Y.UpdateDecoderV1 {
  readonly #clients = new Set<number>();
  #pieces = 0;
  #deletions = 0;

  constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
    super(decoder);
    reading = this;
  }

  override readClient(): number {
    const client = super.readClient();
    if (this.#clients.has(client)) {
      // Yjs would keep the last block only, so the guard would judge what is never applied.
      throw new GuardRejection('malformed', 'a client occurs twice');
    }
    this.#clients.add(client);
    return client;
  }

  override readInfo(): number {
    const info = super.readInfo();
    if (++this.#pieces > MOST_PIECES) {
      throw new GuardRejection('too_large', 'too many pieces in one update');
    }
    if (!CONTENT_ALLOWED.has(info & 31)) {
      throw new GuardRejection('schema', `content ${info & 31}`);
    }
    return info;
  }

  override readDsClock(): number {
    if (++this.#deletions > MOST_DELETIONS) {
      throw new GuardRejection('too_large', 'too many deletions in one update');
    }
    return super.readDsClock();
  }

  override readTypeRef(): number {
    const type = super.readTypeRef();
    if (!TYPE_ALLOWED.has(type)) {
      throw new GuardRejection('schema', `type ${type}`);
    }
    return type;
  }
}

/** Takes a V1 update apart without touching a document. Throws `GuardRejection`. */
export function decodeStrictly(update: Uint8Array): DecodedUpdate {
  const { structs, ds } = decode(update);
  const decoder = reading?.restDecoder;
  reading = null;
  if (decoder === undefined || decoder.pos !== decoder.arr.length) {
    // A V2 update often reads as an empty V1 update with something behind it.
    throw new GuardRejection('malformed', 'something is left over');
  }
  return { structs: byClient(structs), deletions: mergedDeletions(ds.clients), pieces: structs.length };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> {
  try {
    return Y.decodeUpdateV2(update, StrictDecoder);
  } catch (error) {
    throw error instanceof GuardRejection ? error : new GuardRejection('malformed', 'unreadable');
  }
}

function byClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const clients = new Map<number, Struct[]>();
  for (const struct of structs) {
    const { client, clock } = struct.id;
    if (struct.length < 1 || clock + struct.length > MAX_CLOCK) {
      throw new GuardRejection('malformed', 'impossible length');
    }
    const list = clients.get(client);
    if (list) {
      list.push(struct);
    } else {
      clients.set(client, [struct]);
    }
  }
  return clients;
}

/** Sorted and without overlaps: many ranges over the same words must not cost many times. */
function mergedDeletions(clients: ReadonlyMap<number, readonly ClockRange[]>): Map<number, ClockRange[]> {
  const merged = new Map<number, ClockRange[]>();
  for (const [client, ranges] of clients) {
    const list: ClockRange[] = [];
    for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
      if (len < 1 || clock + len > MAX_CLOCK) {
        throw new GuardRejection('malformed', 'impossible deletion');
      }
      const last = list.at(-1);
      if (last && last.clock + last.len >= clock) {
        last.len = Math.max(last.len, clock + len - last.clock);
      } else {
        list.push({ clock, len });
      }
    }
    merged.set(client, list);
  }
  return merged;
}
