import * as Y from 'yjs';
import { isOnBehalf } from '#shared/domain/on-behalf.ts';
import { isRemoval } from '#shared/domain/removal.ts';
import type { Writer } from './context.ts';
import type { Slot } from './places.ts';
import { fieldOf } from './schema.ts';

/** What of a piece tells whether it is written in the right name. */
export interface Piece {
  content: Y.Item['content'];
  /** Deleted by the update that brings it: it never counts as said. */
  isGone: boolean;
  /** Its record comes with it. */
  isNew: boolean;
}

/**
 * Why `writer` may not write this there, or null. A value of a person is written by that person, or by who leads
 * with their own name beside it; what the office answers for by who leads alone; and nobody puts another's name to
 * a mark of removal or to words.
 */
export function refuseForeign(slot: Slot, piece: Piece, writer: Writer): string | null {
  const value = saidIn(piece);
  if (piece.isNew && value === null) {
    return null;
  }
  if (!mayErase(slot, writer)) {
    return 'this value belongs to somebody else';
  }
  if (piece.isGone || value === null || value === undefined) {
    return null;
  }
  const person = personIn(slot);
  const isRight =
    person === null ? isNamedRightly(slot, value, writer) : isStampedRightly(person, value, writer);
  return isRight ? null : 'this bears the wrong name';
}

/** Whether what stands there may be taken away by `writer`. */
export function mayErase(slot: Slot, writer: Writer): boolean {
  const person = personIn(slot);
  return person === null ? writer.leads || !isOffice(slot) : mayTouch(person, writer);
}

/** The value of a piece; null where it is none, or says that there is none. */
function saidIn({ content }: Piece): unknown {
  return content instanceof Y.ContentAny && content.arr.length === 1 ? content.arr[0] : null;
}

function isOffice({ container: { kind, root }, key }: Slot): boolean {
  return kind === 'record' && key !== null && root.office.has(key);
}

function mayTouch(person: string, { personId, leads }: Writer): boolean {
  return person === personId || (leads && personId !== null);
}

/** The person whose value a field holds; null where it is nobody's own. */
function personIn({ container: { kind, root }, key }: Slot): string | null {
  const prefix =
    kind === 'record' && key !== null ? root.personal.find((one) => key.startsWith(one)) : undefined;
  return prefix === undefined || key === null ? null : key.slice(prefix.length);
}

function isStampedRightly(person: string, value: unknown, { personId }: Writer): boolean {
  const by = isOnBehalf(value) ? value.by : null;
  return person === personId ? by === null : by === personId;
}

function isNamedRightly({ container: { kind, root }, key }: Slot, value: unknown, writer: Writer): boolean {
  switch (kind === 'record' ? fieldOf(root, key) : undefined) {
    case 'removal':
      return isRemoval(value) && value.by === (writer.personId ?? '');
    case 'voice':
      return typeof value === 'string' && value === writer.personId;
    default:
      return true;
  }
}
