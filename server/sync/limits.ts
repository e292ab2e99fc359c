import type { KindLimits } from '#shared/documents/kind.ts';
import { LIMITS } from '#shared/wire/limits.ts';

/**
 * What the sync core allows. The limits of the wire are shared with the client, the rest concerns the
 * server alone. Benchmarks raise them visibly; units are in the names.
 */
export const SYNC_LIMITS = {
  ...LIMITS,
  /** Sync messages a second and connection; a socket that sends more is read more slowly. */
  messagesPerSecond: 60,
  /** Messages that may come at once before the rate counts. */
  messagesBurst: 200,
  /** Bytes a second and connection. */
  bytesPerSecond: 262_144,
  bytesBurst: 4_194_304,
  /** What a piece of an edit counts of these beside its own bytes: looking at it costs as much. */
  bytesPerPiece: 100,
  /** A socket that is read too fast is read again after this time at the latest. */
  readPauseMs: 1_000,
  /** Somebody who sends too fast without a pause for this long, */
  floodMs: 5_000,
  /** and by then has sent what so much time would allow, is closed; */
  floodDebtMs: 15_000,
  /** and in any case after this time: only what never stops is read so slowly for so long. */
  floodEndMs: 30_000,
  /** Bytes of one socket that may wait for a commit before it is not read any further. */
  waitingBytes: 1_048_576,
  /** Refusals that a connection may collect; one is forgiven every `strikeForgivenMs`. */
  strikes: 20,
  strikeForgivenMs: 10_000,
  /** Messages with a gap that are passed over before a connection's first full answer. */
  skipped: 500,
  /** For each so many people in a room, edits are gathered one tick longer, up to `mostTicks`. */
  tickPeople: 40,
  mostTicks: 3,
  /** Bytes of edits that are staged together. */
  batchBytes: 4_194_304,
  /** Edits, claims and answers that are taken together. */
  batchPieces: 500,
  /** How often a document that is nearly full is measured anew. */
  measureMs: 2_000,
  /** Tail of the log below which it is never compacted. */
  compactAboveBytes: 65_536,
  /** Rows of the tail above which it is compacted however small they are. */
  compactAboveRows: 10_000,
  /** A socket that has answered no ping for this long is dead. */
  pongTimeoutMs: 45_000,
  pingMs: 20_000,
  /** How often an open room asks whether its document is still this process's. */
  ownerCheckMs: 15_000,
  /** How often sockets and rooms are looked after. */
  sweepMs: 1_000,
} as const satisfies Record<string, number>;

/** The limits of the core, and those of the kind of document. */
export type SyncLimits = { readonly [K in keyof typeof SYNC_LIMITS]: number } & Readonly<KindLimits>;

/** What holds before the document of a socket is known. */
export type CoreLimits = Pick<SyncLimits, keyof typeof SYNC_LIMITS>;
