import type * as Y from 'yjs';
import { type HelpForm, helpForm } from '../../domain/codes.ts';
import { typedValue } from '../../domain/typed-text.ts';
import { isOrderKey, orderBetween } from './order.ts';
import {
  bringBack,
  markRemoved,
  newId,
  type Removed,
  readCode,
  readNumber,
  readRemoval,
  readString,
  readText,
  recordOf,
  removedIn,
  replaceText,
  sharedText,
  textOf,
} from './records.ts';
import { type PlanRecord, partMap } from './roots.ts';
import { readSuggestions, type Suggestion } from './suggestions.ts';

/** The agreed help: form, provider, period, extent. Hours are Fachleistungsstunden. */
export interface Service {
  id: string;
  helpForm: HelpForm | null;
  legalBasis: string;
  provider: string;
  worker: string | null;
  start: string | null;
  end: string | null;
  hoursPerWeek: number | null;
  hoursTotal: number | null;
  setting: string;
  wishAndChoice: string;
  reasonSuitable: string;
  suggestions: Suggestion[];
}

/** Texts of a service that several people may type into at once. */
export const SERVICE_TEXTS = [
  'legalBasis',
  'provider',
  'setting',
  'wishAndChoice',
  'reasonSuitable',
] as const;
export type ServiceText = (typeof SERVICE_TEXTS)[number];
export type ServiceFields = Omit<Service, 'id' | 'suggestions' | ServiceText>;

/** One agreement or duty to inform, in a sentence. */
export interface Agreement {
  id: string;
  text: string;
}

/** What the facilitator has told the family (§ 36 Abs. 1, § 5, § 9a SGB VIII). */
export const ADVICE_POINTS = [
  'consequencesExplained',
  'choiceRightExplained',
  'ombudsOfficeNamed',
  'complaintRouteNamed',
] as const;
export type AdvicePoint = (typeof ADVICE_POINTS)[number];

/** Record ids inside the part `meta`. */
const LEITZIEL = 'leitziel';
const ADVICE = 'advice';
const REVIEW = 'next_review';
/** All of them. */
export const FIXED_RECORDS = [LEITZIEL, ADVICE, REVIEW] as const;

/** Creates the records that every plan has exactly once. Only seeding calls it, on an empty document. */
export function createFixedRecords(doc: Y.Doc, leitziel: string, nextReview: string | null): void {
  const meta = partMap(doc, 'meta');
  meta.set(LEITZIEL, recordOf({ text: textOf(leitziel) }));
  meta.set(ADVICE, recordOf({}));
  meta.set(REVIEW, recordOf({ date: nextReview, occasions: textOf() }));
}

/** The Leitziel: one sentence for the whole family, never evaluated. */
export function readLeitziel(doc: Y.Doc): string {
  const record = partMap(doc, 'meta').get(LEITZIEL);
  return record ? readText(record, 'text') : '';
}

/** The shared text of the Leitziel, for binding a field to it. */
export function leitzielText(doc: Y.Doc): Y.Text | undefined {
  const record = partMap(doc, 'meta').get(LEITZIEL);
  return record && sharedText(record, 'text');
}

/** Advice given so far. */
export function readAdvice(doc: Y.Doc): Record<AdvicePoint, boolean> {
  const record = partMap(doc, 'meta').get(ADVICE);
  return Object.fromEntries(ADVICE_POINTS.map((point) => [point, record?.get(point) === true])) as Record<
    AdvicePoint,
    boolean
  >;
}

/** Notes that a point of advice was given, or takes the note back. */
export function setAdvice(doc: Y.Doc, point: AdvicePoint, given: boolean, origin: string): void {
  doc.transact(() => partMap(doc, 'meta').get(ADVICE)?.set(point, given), origin);
}

/** Day of the next review, YYYY-MM-DD, and occasions for an earlier one. */
export function readNextReview(doc: Y.Doc): { date: string | null; occasions: string } {
  const record = partMap(doc, 'meta').get(REVIEW);
  return record
    ? { date: readString(record, 'date'), occasions: readText(record, 'occasions') }
    : { date: null, occasions: '' };
}

/** Sets the day of the next review. */
export function setNextReview(doc: Y.Doc, date: string | null, origin: string): void {
  doc.transact(() => partMap(doc, 'meta').get(REVIEW)?.set('date', date), origin);
}

/** The shared text of the occasions for an earlier review. */
export function reviewOccasionsText(doc: Y.Doc): Y.Text | undefined {
  const record = partMap(doc, 'meta').get(REVIEW);
  return record && sharedText(record, 'occasions');
}

/** All agreed helps, by start, then id. */
export function readServices(doc: Y.Doc): Service[] {
  const found: Service[] = [];
  for (const [id, record] of partMap(doc, 'service')) {
    if (!readRemoval(record)) {
      found.push(readService(id, record));
    }
  }
  return found.sort((a, b) => (a.start ?? '').localeCompare(b.start ?? '') || (a.id < b.id ? -1 : 1));
}

/** Adds a help and returns its id. */
export function addService(doc: Y.Doc, service: Partial<Service>, origin: string): string {
  const id = service.id ?? newId();
  const texts = Object.fromEntries(SERVICE_TEXTS.map((key) => [key, textOf(service[key])]));
  doc.transact(() => {
    partMap(doc, 'service').set(
      id,
      recordOf({
        ...texts,
        helpForm: service.helpForm ?? null,
        worker: service.worker ?? null,
        start: service.start ?? null,
        end: service.end ?? null,
        hoursPerWeek: service.hoursPerWeek ?? null,
        hoursTotal: service.hoursTotal ?? null,
      }),
    );
  }, origin);
  return id;
}

/** Replaces one value of a help. */
export function setServiceField<K extends keyof ServiceFields>(
  doc: Y.Doc,
  id: string,
  key: K,
  value: ServiceFields[K],
  origin: string,
): void {
  doc.transact(() => partMap(doc, 'service').get(id)?.set(key, typedValue(value)), origin);
}

/** The shared text behind a field of a help. */
export function serviceText(doc: Y.Doc, id: string, key: ServiceText): Y.Text | undefined {
  const record = partMap(doc, 'service').get(id);
  return record && sharedText(record, key);
}

/** All agreements in order. */
export function readAgreements(doc: Y.Doc): Agreement[] {
  return orderedAgreements(doc).map(([id, record]) => ({ id, text: readText(record, 'text') }));
}

/** Adds an agreement at the end and returns its id. */
export function addAgreement(doc: Y.Doc, text: string, origin: string, id = newId()): string {
  const last = orderedAgreements(doc).at(-1);
  const order = orderBetween((last && readOrder(last[1])) || null, null);
  doc.transact(() => {
    partMap(doc, 'agreements').set(id, recordOf({ order, text: textOf(text) }));
  }, origin);
  return id;
}

/** Writes an agreement by its smallest change. */
export function setAgreementText(doc: Y.Doc, id: string, value: string, origin: string): void {
  const text = agreementText(doc, id);
  if (text) {
    doc.transact(() => replaceText(text, value), origin);
  }
}

/** The shared text of an agreement, for binding a field to it. */
export function agreementText(doc: Y.Doc, id: string): Y.Text | undefined {
  const record = partMap(doc, 'agreements').get(id);
  return record && sharedText(record, 'text');
}

/** Takes an agreement from the table. */
export function removeAgreement(doc: Y.Doc, id: string, by: string, origin: string, now = new Date()): void {
  const record = partMap(doc, 'agreements').get(id);
  if (record) {
    doc.transact(() => markRemoved(record, by, now), origin);
  }
}

/** Brings an agreement back to its place. */
export function restoreAgreement(doc: Y.Doc, id: string, origin: string): void {
  const record = partMap(doc, 'agreements').get(id);
  if (record) {
    doc.transact(() => bringBack(record), origin);
  }
}

/** Agreements that are off the table and can be brought back, newest first. */
export function removedAgreements(doc: Y.Doc): Removed[] {
  return removedIn(partMap(doc, 'agreements'), (record) => readText(record, 'text'));
}

function orderedAgreements(doc: Y.Doc): [string, PlanRecord][] {
  return [...partMap(doc, 'agreements')]
    .filter(([, record]) => !readRemoval(record))
    .sort(([idA, a], [idB, b]) => {
      const [orderA, orderB] = [readOrder(a), readOrder(b)];
      return orderA === orderB ? (idA < idB ? -1 : 1) : orderA < orderB ? -1 : 1;
    });
}

/** The order key; what is none counts as none and comes first. */
function readOrder(record: PlanRecord): string {
  const order = readString(record, 'order') ?? '';
  return isOrderKey(order) ? order : '';
}

function readService(id: string, record: PlanRecord): Service {
  return {
    id,
    helpForm: readCode(record, 'helpForm', helpForm, null),
    legalBasis: readText(record, 'legalBasis'),
    provider: readText(record, 'provider'),
    worker: readString(record, 'worker'),
    start: readString(record, 'start'),
    end: readString(record, 'end'),
    hoursPerWeek: readNumber(record, 'hoursPerWeek'),
    hoursTotal: readNumber(record, 'hoursTotal'),
    setting: readText(record, 'setting'),
    wishAndChoice: readText(record, 'wishAndChoice'),
    reasonSuitable: readText(record, 'reasonSuitable'),
    suggestions: readSuggestions(record),
  };
}
