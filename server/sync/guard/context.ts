import type * as Y from 'yjs';
import type { SyncLimits } from '../limits.ts';
import type { Headroom } from './quota.ts';

/** The person who writes, as the access layer knows them. */
export interface Writer {
  /** Null for who has none: nothing can be theirs then. */
  personId: string | null;
  /** Who leads enters values of others for them, with their own name beside it. */
  leads: boolean;
}

/** Who writes, and what the plan holds at this moment. */
export interface GuardContext {
  doc: Y.Doc;
  participationId: string;
  writer: Writer;
  /** Whose a Yjs client id is; undefined while it is nobody's. */
  ownerOf(clientId: number): string | undefined;
  /** Whether this message may claim an id that is nobody's; absent: it may. */
  mayClaim?(clientId: number): boolean;
  writable: ReadonlySet<string>;
  /** Whether the plan takes edits at all in its state. */
  open: boolean;
  /** What the plan takes at its size. */
  room: Headroom;
  limits: Pick<
    SyncLimits,
    'fieldChars' | 'valueChars' | 'recordsPerPart' | 'fieldsPerRecord' | 'recordsOnTable' | 'shareOfOne'
  >;
}
