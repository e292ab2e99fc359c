import type * as Y from 'yjs';
import type { ParticipantRole } from '../access/parts.ts';
import type { PlanState, QuotaKind } from '../wire/messages.ts';

/**
 * What a root of a document holds.
 * - `records`: a Y.Map of records by id, each a Y.Map of plain values and texts.
 * - `before`: a Y.XmlFragment that the version before wrote. It is read, and nobody writes it.
 */
export type RootShape = RecordsRoot | { holds: 'before' };

/**
 * What a field of a record holds: a plain value that is replaced as a whole, shared words, the mark `Removal`, or
 * `voice`, the id of the person who has written its words. Nobody puts another's name to either.
 */
export type FieldShape = 'value' | 'text' | 'removal' | 'voice';

/** Records, and what their fields are; a client writes no other. */
export interface RecordsRoot {
  holds: 'records';
  /** Fields that only the server writes. */
  fixed?: readonly string[];
  /** All other fields by name. */
  fields: Readonly<Record<string, FieldShape>>;
  /** Those of the fields that only who leads writes, for the office. */
  office?: readonly string[];
  /** Prefixes of values that stand in a record once for each person or record whose id follows. */
  keyed?: readonly string[];
  /** Those of the prefixes whose values belong to the person whose id follows; who leads enters them `OnBehalf`. */
  personal?: readonly string[];
  /** The only records that there are, made with the document; absent: clients add records, empty: there are none. */
  ids?: readonly string[];
  /** So many at most, removed ones included; absent: `recordsPerPart`. What every page draws with a field of its own. */
  most?: number;
  /** Only so many of these may be on the table at once (`recordsOnTable`); removed ones do not count. */
  countedOnTable?: true;
  /** Under which name people are told that there are nearly too many. */
  quota?: QuotaKind;
}

/** How much one document of a kind may hold. */
export interface KindLimits {
  /** Encoded size; beyond it only what makes room is taken. */
  documentBytes: number;
  /** Pieces that it is made of; the same beyond it. */
  documentStructs: number;
  /** What its words take on paper, in characters; a line break counts as the line that begins. */
  paperChars: number;
  /** Records on the table, in roots that count them. */
  recordsOnTable: number;
  /** Records of one root, removed ones included. */
  recordsPerPart: number;
  /** Fields of one record, scales and links among them. */
  fieldsPerRecord: number;
  /** Characters of one text or value. */
  fieldChars: number;
  /** Characters of one value that is no text: a code, a day, a list of ids, a line. */
  valueChars: number;
  /** What one participation may bring of the size, the pieces and the records; from 0 to 1. */
  shareOfOne: number;
  /** Yjs clients (page loads) of one participation in one document. */
  clientsPerParticipation: number;
}

/**
 * A kind of document: everything that the sync core has to know of it. Data with a few functions; the
 * server compiles it to lookup tables once.
 */
export interface DocumentKind<Data = unknown> {
  /** As it stands in the table of documents. */
  name: string;
  schemaVersion: number;
  /** Every root a document of this kind may have; anything else is refused. */
  roots: Readonly<Record<string, RootShape>>;
  limits: KindLimits;
  /** Under which name people are told that the document as a whole is nearly full. */
  quota: QuotaKind;
  /** Whether those who have it open see each other. */
  presence: boolean;
  /** The document as plain data. Pure; equal documents give equal data. */
  read(doc: Y.Doc): Data;
  /** A document made anew from what is on the table: nothing that was taken back is in it. */
  renew(doc: Y.Doc): Y.Doc;
  /** What the version before has written in a form of its own. */
  before?: {
    isIn(doc: Y.Doc): boolean;
    /** Brings it into the form of now, so that the document reads the same. Doing it twice changes nothing. */
    upgrade(doc: Y.Doc): void;
  };
  /** Roots that a role may write in a state. */
  writable(role: ParticipantRole, state: PlanState): readonly string[];
}
