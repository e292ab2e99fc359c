import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Forms of an entry's hash. A form that was ever written is read for ever. */
export type ChainForm = 1 | 2;
export const NEWEST_FORM: ChainForm = 2;

/** Separates these hashes from every other use of SHA-256, and the forms from each other. */
const DOMAINS: Record<ChainForm, string> = { 1: 'planrunde-audit-v1\0', 2: 'planrunde-audit-v2\0' };

/** Everything that an entry says. */
export interface EntryWords {
  form: ChainForm;
  seq: number;
  at: Date;
  type: string;
  body: unknown;
  prev: string;
}

/** Hash of an entry: RFC 8785 over everything it says, the hash before it included. */
export function entryHash({ kind, id }: { kind: string; id: string }, entry: EntryWords): string {
  const { form, seq, at, type, body, prev } = entry;
  const said = { seq, at: at.toISOString(), type, body, prev };
  const whole = form === 1 ? { v: 1, meetingId: id, ...said } : { v: 2, subject: { kind, id }, ...said };
  return createHash('sha256')
    .update(DOMAINS[form])
    .update(canonicalize(whole) ?? '')
    .digest('hex');
}
