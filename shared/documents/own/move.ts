import type * as Y from 'yjs';
import { resourceDomain } from '../../domain/codes.ts';
import { addGoal, flatten, goalRecord, readGoals } from '../plan/goals.ts';
import {
  bringBack,
  markRemoved,
  ORIGIN,
  readRemoval,
  readText,
  replaceText,
  sharedText,
} from '../plan/records.ts';
import { addResource, resourceRecord } from '../plan/resources.ts';
import {
  type PlanPart,
  partMap,
  type SectionPart,
  sectionPart,
  TEXT_SECTIONS,
  type TextSection,
} from '../plan/roots.ts';
import { addText, TEXT_BEFORE, textRecord } from '../plan/texts.ts';
import { cardMap, type OwnCard, readCards, readShown, type ShownMark } from './cards.ts';

/** Why a card is not moved. Nothing of what was begun may be kept then. */
export type MoveRefusal = 'unknown_card' | 'empty' | 'forbidden_part' | 'taken_up' | 'too_many';

/** Thrown where a card cannot be moved. */
export class MoveError extends Error {
  override readonly name = 'MoveError';
  readonly refusal: MoveRefusal;

  constructor(refusal: MoveRefusal) {
    super(refusal);
    this.refusal = refusal;
  }
}

/** Both documents, and who moves. */
export interface Move {
  own: Y.Doc;
  plan: Y.Doc;
  recordIds: readonly string[];
  /** Whose words they are and stay. */
  personId: string | null;
  /** Parts of the plan that this person may write now. */
  writable: ReadonlySet<string>;
  now: Date;
  /** Where a sentence goes that names no section. */
  section: TextSection;
}

/** Moves cards into the plan, where everybody sees them. What is there already stays as it is. */
export function showCards(move: Move): void {
  const cards = new Map(readCards(move.own).map((card) => [card.id, card]));
  for (const id of new Set(move.recordIds)) {
    const card = cards.get(id);
    if (!card) {
      throw new MoveError('unknown_card');
    }
    if (card.shown === null) {
      showCard(move, card);
    }
  }
}

/** Moves cards that were shown back, with their words as they are by now. */
export function takeCardsBack(move: Move): void {
  for (const id of new Set(move.recordIds)) {
    const record = cardMap(move.own).get(id);
    const mark = record && readShown(record);
    if (!record || !mark) {
      throw new MoveError('unknown_card');
    }
    const words = takeFromPlan(move, id, mark);
    const text = sharedText(record, 'text');
    if (text && words !== null) {
      replaceText(text, words);
    }
    record.delete('shown');
    bringBack(record);
  }
}

function showCard(move: Move, card: OwnCard): void {
  if (card.text.trim() === '') {
    throw new MoveError('empty');
  }
  putIntoPlan(move, card);
  cardMap(move.own).get(card.id)?.set('shown', { at: move.now.toISOString() });
}

function putIntoPlan(move: Move, card: OwnCard): void {
  switch (card.kind) {
    case 'ziel':
      putGoal(move, card);
      break;
    case 'staerke':
      putResource(move, card);
      break;
    case 'satz':
      putSentence(move, card);
      break;
  }
}

function putGoal(move: Move, { id, text, to }: OwnCard): void {
  const { plan, personId, writable } = move;
  requirePart(writable, 'goals');
  const back = goalRecord(plan, id);
  if (back) {
    putBack(back, 'textOwn', text);
    return;
  }
  requirePlace(move, 'goals');
  const goal = { id, textOwn: text, voice: personId };
  // A parent that is gone or too deep by now must not keep somebody from saying it.
  const hung = addGoal(plan, to, goal, ORIGIN.list);
  if ('refused' in hung) {
    addGoal(plan, null, goal, ORIGIN.list);
  }
}

function putResource(move: Move, { id, text, to }: OwnCard): void {
  const { plan, personId, writable } = move;
  requirePart(writable, 'resources');
  const back = resourceRecord(plan, id);
  if (back) {
    putBack(back, 'title', text);
    return;
  }
  requirePlace(move, 'resources');
  const domain = resourceDomain.find((code) => code === to) ?? 'persoenlich';
  addResource(plan, { id, domain, title: text, owner: personId }, ORIGIN.list);
}

/** Shown before and taken back: the same record, with the words of now. */
function putBack(record: Y.Map<unknown>, key: string, words: string): void {
  const text = sharedText(record, key);
  if (text) {
    replaceText(text, words);
  }
  bringBack(record);
}

function putSentence(move: Move, { id, text, to }: OwnCard): void {
  const { plan, personId, writable, section: usual } = move;
  const section = TEXT_SECTIONS.find((code) => code === to) ?? usual;
  requirePart(writable, sectionPart(section));
  const back = textRecord(plan, section, id);
  if (back) {
    putBack(back, 'text', text.trim());
    return;
  }
  requirePlace(move, sectionPart(section));
  addText(plan, section, { id, voice: personId, words: text.trim() }, ORIGIN.text);
}

/** Takes a card from the plan; gives its words, null where it is not there any more. */
function takeFromPlan(move: Move, id: string, mark: ShownMark): string | null {
  const places = placesOf(move.plan, id);
  for (const { part, record } of places) {
    requirePart(move.writable, part);
    if (part === 'goals') {
      requireUntouched(move.plan, id, record);
    }
  }
  // A card that changed its kind between two showings has left an empty record behind.
  const words = places.map(({ record, key }) => takeWords(move, record, key)).find((said) => said !== null);
  return words ?? (mark.inParagraphs ? takeLines(move, id) : null);
}

/** Where a card stands in the plan, and where it stood as another kind. */
function placesOf(plan: Y.Doc, id: string): { part: PlanPart; record: Y.Map<unknown>; key: string }[] {
  const places = [
    { part: 'goals' as const, record: goalRecord(plan, id), key: 'textOwn' },
    { part: 'resources' as const, record: resourceRecord(plan, id), key: 'title' },
    ...TEXT_SECTIONS.map((section) => ({
      part: sectionPart(section),
      record: textRecord(plan, section, id),
      key: 'text',
    })),
  ];
  return places.flatMap(({ part, record, key }) => (record ? [{ part, record, key }] : []));
}

/**
 * The mark stays for who writes into it at this moment; the words go with their owner. It is the owner's
 * mark now: whoever took the card from the table before cannot put it there again by undoing that.
 */
function takeWords({ personId, now }: Move, record: Y.Map<unknown>, key: string): string | null {
  const words = readText(record, key);
  const text = sharedText(record, key);
  text?.delete(0, text.length);
  markRemoved(record, personId ?? '', now);
  // Others may have emptied it before they took it from the table: then the owner keeps what they wrote.
  return words === '' ? null : words;
}

/** What others have agreed on, or hung something below, is not one person's any more. */
function requireUntouched(plan: Y.Doc, id: string, record: Y.Map<unknown>): void {
  const hasChildren = flatten(readGoals(plan)).some(({ parentId }) => parentId === id);
  if (!readRemoval(record) && (hasChildren || readText(record, 'textAgreed') !== '')) {
    throw new MoveError('taken_up');
  }
}

/**
 * Takes a sentence that the version before has put among the words of all. Once others have changed it, it
 * is not one person's any more.
 */
function takeLines({ own, plan, writable }: Move, id: string): string {
  const card = cardMap(own).get(id);
  const words = card ? readText(card, 'text').trim() : '';
  for (const section of TEXT_SECTIONS) {
    const record = textRecord(plan, section, TEXT_BEFORE);
    const text = record && sharedText(record, 'text');
    const at = text && words !== '' ? `\n${text}\n`.indexOf(`\n${words}\n`) : -1;
    if (text && at >= 0) {
      requirePart(writable, sectionPart(section));
      text.delete(at, Math.min(words.length + 1, text.length - at));
      return words;
    }
  }
  throw new MoveError('taken_up');
}

/** Cards that one person shows in one part. Records that the server makes are nobody's: no share counts them. */
const MOST_SHOWN = 50;

function requirePlace({ own, plan }: Move, part: 'goals' | 'resources' | SectionPart): void {
  const records = partMap(plan, part);
  if ([...cardMap(own).keys()].filter((id) => records.has(id)).length >= MOST_SHOWN) {
    throw new MoveError('too_many');
  }
}

function requirePart(writable: ReadonlySet<string>, part: PlanPart): void {
  if (!writable.has(part)) {
    throw new MoveError('forbidden_part');
  }
}
