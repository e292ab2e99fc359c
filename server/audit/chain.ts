import type { Sql, Tx } from '../db/sql.ts';
import { type ChainForm, entryHash, NEWEST_FORM } from './entry-hash.ts';
import type { AuditEvents, ChainKind } from './events.ts';

/** What a chain is about. */
export interface ChainSubject<K extends ChainKind = ChainKind> {
  kind: K;
  id: string;
}

/** What the first entry of a chain follows. */
export const CHAIN_START = '0'.repeat(64);

/** One entry as it stands in the database. */
export interface AuditEntry {
  /** Which hash it carries: 1 for those of the first version, for ever. */
  form: ChainForm;
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
  | { valid: false; seq: number; why: 'gap' | 'prev' | 'form' | 'hash' };

/** Takes the subject's own row, so that two events of one chain never get the same number. */
const LOCKS: Record<ChainKind, (tx: Tx, id: string) => Promise<unknown>> = {
  case: (tx, id) => tx`select from plan_case where id = ${id} for no key update`,
  meeting: (tx, id) => tx`select from meeting where id = ${id} for no key update`,
  account: (tx, id) => tx`select from "user" where "id" = ${id} for no key update`,
};

/**
 * Writes an event into its subject's chain, inside the transaction that does the thing. Takes the
 * subject's row: whoever also changes the plan's row does that first.
 */
export async function appendAuditEvent<K extends ChainKind>(
  tx: Tx,
  subject: ChainSubject<K>,
  event: AuditEvents[K],
  at = new Date(),
): Promise<void> {
  const { kind, id } = subject;
  await LOCKS[kind](tx, id);
  const [last] = await tx<{ seq: number; hash: string }[]>`
    select seq, hash from audit_event
    where subject_kind = ${kind} and subject_id = ${id} order by seq desc limit 1`;
  const seq = (last?.seq ?? 0) + 1;
  const prev = last?.hash ?? CHAIN_START;
  const { type, body } = event;
  const hash = entryHash(subject, { form: NEWEST_FORM, seq, at, type, body, prev });
  await tx`insert into audit_event (subject_kind, subject_id, form, seq, at, type, body, prev, hash)
    values (${kind}, ${id}, ${NEWEST_FORM}, ${seq}, ${at}, ${type}, ${tx.json({ ...body })}, ${prev}, ${hash})`;
}

/** Checks every entry of a subject against the one before it. */
export async function verifyChain(sql: Sql, subject: ChainSubject): Promise<ChainCheck> {
  const entries = await sql<AuditEntry[]>`
    select form, seq, at, type, body, prev, hash from audit_event
    where subject_kind = ${subject.kind} and subject_id = ${subject.id} order by seq`;
  return checkChain(subject, entries);
}

/** All chains of the database, one after the other. */
export async function verifyAllChains(sql: Sql): Promise<{ subject: ChainSubject; check: ChainCheck }[]> {
  const subjects = await sql<ChainSubject[]>`
    select distinct subject_kind as kind, subject_id as id from audit_event order by kind, id`;
  const checked: { subject: ChainSubject; check: ChainCheck }[] = [];
  for (const subject of subjects) {
    checked.push({ subject, check: await verifyChain(sql, subject) });
  }
  return checked;
}

/** The same for entries that are already at hand. Pure. */
export function checkChain(subject: ChainSubject, entries: readonly AuditEntry[]): ChainCheck {
  let head = CHAIN_START;
  let form: ChainForm = 1;
  for (const [index, entry] of entries.entries()) {
    const why = troubleOf(subject, entry, { seq: index + 1, head, form });
    if (why) {
      return { valid: false, seq: entry.seq, why };
    }
    ({ hash: head, form } = entry);
  }
  return { valid: true, entries: entries.length, head };
}

function troubleOf(
  subject: ChainSubject,
  entry: AuditEntry,
  expected: { seq: number; head: string; form: ChainForm },
): 'gap' | 'prev' | 'form' | 'hash' | null {
  if (entry.seq !== expected.seq) {
    return 'gap';
  }
  if (entry.prev !== expected.head) {
    return 'prev';
  }
  // Nobody writes the old form any more: after a new one it was put there later.
  if (entry.form < expected.form || (entry.form === 1 && subject.kind !== 'meeting')) {
    return 'form';
  }
  return entry.hash === entryHash(subject, entry) ? null : 'hash';
}
