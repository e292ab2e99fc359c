import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Sql, Tx } from '../db/sql.ts';
import type { AuditEvent } from './events.ts';

/** Separates these hashes from every other use of SHA-256. */
const DOMAIN = 'planrunde-audit-v1\0';

/** What the first entry of a meeting follows. */
export const CHAIN_START = '0'.repeat(64);

/** One entry as it stands in the database. */
export interface AuditEntry {
  seq: number;
  at: Date;
  type: string;
  body: unknown;
  prev: string;
  hash: string;
}

/** Result of checking a chain; `head` is what a receipt carries, since a chain alone misses a cut tail. */
export type ChainCheck =
  | { valid: true; entries: number; head: string }
  | { valid: false; seq: number; why: 'gap' | 'prev' | 'hash' };

/**
 * Writes an event into its meeting's chain, inside the transaction that does the thing.
 * Takes the meeting's row, so that two events of one meeting never get the same number: whoever
 * also changes the plan's row does that first.
 */
export async function appendAuditEvent(
  tx: Tx,
  meetingId: string,
  event: AuditEvent,
  at = new Date(),
): Promise<void> {
  await tx`select from meeting where id = ${meetingId} for no key update`;
  const [last] = await tx<{ seq: number; hash: string }[]>`
    select seq, hash from audit_event where meeting_id = ${meetingId} order by seq desc limit 1`;
  const seq = (last?.seq ?? 0) + 1;
  const prev = last?.hash ?? CHAIN_START;
  const hash = entryHash(meetingId, { seq, at, type: event.type, body: event.body, prev });
  await tx`insert into audit_event (meeting_id, seq, at, type, body, prev, hash)
    values (${meetingId}, ${seq}, ${at}, ${event.type}, ${tx.json({ ...event.body })}, ${prev}, ${hash})`;
}

/** Checks every entry of a meeting against the one before it. */
export async function verifyChain(sql: Sql, meetingId: string): Promise<ChainCheck> {
  const entries = await sql<AuditEntry[]>`
    select seq, at, type, body, prev, hash from audit_event where meeting_id = ${meetingId} order by seq`;
  return checkChain(meetingId, entries);
}

/** The same for entries that are already at hand. Pure. */
export function checkChain(meetingId: string, entries: readonly AuditEntry[]): ChainCheck {
  let head = CHAIN_START;
  for (const [index, entry] of entries.entries()) {
    if (entry.seq !== index + 1) {
      return { valid: false, seq: entry.seq, why: 'gap' };
    }
    if (entry.prev !== head) {
      return { valid: false, seq: entry.seq, why: 'prev' };
    }
    if (entry.hash !== entryHash(meetingId, entry)) {
      return { valid: false, seq: entry.seq, why: 'hash' };
    }
    head = entry.hash;
  }
  return { valid: true, entries: entries.length, head };
}

/** Hash of an entry: RFC 8785 over everything it says, the hash before it included. */
export function entryHash(meetingId: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, type, body, prev } = entry;
  const text = canonicalize({ v: 1, meetingId, seq, at: at.toISOString(), type, body, prev }) ?? '';
  return createHash('sha256').update(DOMAIN).update(text).digest('hex');
}
