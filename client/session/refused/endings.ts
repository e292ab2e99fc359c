import type * as Y from 'yjs';
import type { NackName, WireState } from '#shared/wire/messages.ts';
import type { Connection } from '../connection/connection.ts';
import { partOf, type Waiting } from '../pending/change-places.ts';
import { refusedText } from './refused.ts';

/** Words that were not taken over, and the part of the document where they belonged. */
interface Late {
  code: NackName;
  text: string;
  place: string | undefined;
}

/** What becomes of unconfirmed changes when their document cannot go on. */
export interface Ending {
  /** Sent again with the next document. */
  carried: readonly Waiting[];
  /** For the box of what was not taken over. */
  refused: Late | null;
}

/** The server has refused the n-th message: what was on the way before it goes on. */
export function refusedAt({ pending, doc }: Connection, n: number, code: NackName): Ending {
  const { before, refused } = pending.splitAt(n);
  return {
    carried: before,
    refused: lateWords(doc, refused, code),
  };
}

/** The server holds a document made anew: what it lacks is tried once more, if that takes any edits. */
export function madeAnew(link: Connection, wire: WireState | null): Ending {
  return wire?.state === 'frozen' || wire?.state === 'sealed'
    ? tooLate(link)
    : { carried: link.pending.waiting(), refused: null };
}

/** The document has become a version. */
export function tooLate({ pending, doc }: Connection): Ending {
  return { carried: [], refused: lateWords(doc, pending.waiting(), 'locked') };
}

function lateWords(doc: Y.Doc, late: readonly Waiting[], code: NackName): Late | null {
  const updates = late.map(({ update }) => update);
  return late.length > 0 ? { code, text: refusedText(doc, updates), place: partOf(late) } : null;
}
