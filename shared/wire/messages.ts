import * as z from 'zod/mini';

/**
 * The websocket wire of a plan document: the y-websocket protocol, with our own message types
 * from 100 on. A stock provider ignores what it does not know, so any Yjs client can take part.
 * This folder outranks every number written elsewhere.
 */

/** First varuint of every frame. */
export const MESSAGE = {
  /** y-protocols sync: subtype 0 step 1, 1 step 2, 2 update. Both ways. */
  sync: 0,
  /** y-protocols awareness. Both ways; identity is the server's. */
  awareness: 1,
  /** Client asks for all awareness states. */
  queryAwareness: 3,
  /** Server: varuint n, varuint seq. The first n sync messages (subtypes 1 and 2) of this socket are durable. */
  ack: 100,
  /** Server: varuint n, varuint code (NACK), varstring reason for the log. The n-th sync message was refused. */
  nack: 101,
  /** Server: varstring JSON of `WireState`. Sent first, and at each change. */
  state: 102,
  /** Server: varstring version id, varuint8array SHA-256 of the frozen content. */
  frozen: 103,
  /** Client: no payload. Everything typed here was sent before this message; answers state `freezing`. */
  flushed: 104,
  /**
   * Client: varuint count, varuints. Yjs client ids that this device uses: its own, and those under which it
   * has written what is not confirmed. Sent first. Who has a state in awareness has named one there.
   */
  mine: 105,
} as const;

/** Why a sync message was refused. The client has words for each code. */
export const NACK = {
  forbidden_part: 1,
  locked: 2,
  too_large: 3,
  malformed: 4,
  /** Something before it is missing: the client answers with a new sync, nothing is lost. */
  not_causal: 5,
  quota: 6,
  foreign_client: 7,
  rate: 8,
  schema: 9,
} as const;
export type NackName = keyof typeof NACK;
export const NACK_NAMES = Object.keys(NACK) as NackName[];

/** State of the plan of one meeting. Only `open` and `freezing` take edits. */
export const PLAN_STATES = ['open', 'freezing', 'frozen', 'sealed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** What can become full: a plan or an own document as a whole, or so many of one kind. */
export const QUOTA_KINDS = ['plan', 'goals', 'resources', 'agreements', 'service', 'own'] as const;
export type QuotaKind = (typeof QUOTA_KINDS)[number];
/** What is nearly full (from 80 %) or full; nothing else is named. */
export type WireQuota = Partial<Record<QuotaKind, 'near' | 'full'>>;

/** Content of message 102. */
export const wireState = z.object({
  state: z.enum(PLAN_STATES),
  phase: z.string(),
  role: z.string(),
  /** Parts this participant may write now; empty for readers. */
  writable: z.array(z.string()),
  /** Counts owners of the plan; grows when another process takes over. */
  epoch: z.number(),
  /** Counts the lives of the database: another one begins when an older dump is restored. */
  generation: z.number(),
  /** Number of the last row of the log; never falls while the database goes on. */
  seq: z.number(),
  /** Frozen so far. With each the document was made anew, so it lacks what it once held. */
  versions: z.number(),
  schemaVersion: z.number(),
  quota: z.partialRecord(z.enum(QUOTA_KINDS), z.enum(['near', 'full'])),
});
export type WireState = z.infer<typeof wireState>;

/** Version of the plan document's schema. */
export const SCHEMA_VERSION = 1;
