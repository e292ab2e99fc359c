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
import { type PlanPart, TEXT_SECTIONS, type TextSection, textSection } from '../plan/roots.ts';
import { appendParagraphs, plainText } from '../plan/texts.ts';
import { cardMap, type OwnCard, type ParagraphId, readCards, readShown, type ShownMark } from './cards.ts';

/** Why a card is not moved. Nothing of what was begun may be kept then. */
export type MoveRefusal = 'unknown_card' | 'empty' | 'forbidden_part' | 'taken_up';

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
  const mark: ShownMark = { at: move.now.toISOString(), paragraphs: putIntoPlan(move, card) };
  cardMap(move.own)
    .get(card.id)
    ?.set('shown', { at: mark.at, paragraphs: mark.paragraphs.map((id) => [...id]) });
}

function putIntoPlan(move: Move, card: OwnCard): readonly ParagraphId[] {
  switch (card.kind) {
    case 'ziel':
      putGoal(move, card);
      return [];
    case 'staerke':
      putResource(move, card);
      return [];
    case 'satz':
      return putSentence(move, card);
  }
}

function putGoal({ plan, personId, writable }: Move, { id, text, to }: OwnCard): void {
  requirePart(writable, 'goals');
  const back = goalRecord(plan, id);
  if (back) {
    putBack(back, 'textOwn', text);
    return;
  }
  const goal = { id, textOwn: text, voice: personId };
  // A parent that is gone or too deep by now must not keep somebody from saying it.
  const hung = addGoal(plan, to, goal, ORIGIN.list);
  if ('refused' in hung) {
    addGoal(plan, null, goal, ORIGIN.list);
  }
}

function putResource({ plan, personId, writable }: Move, { id, text, to }: OwnCard): void {
  requirePart(writable, 'resources');
  const back = resourceRecord(plan, id);
  if (back) {
    putBack(back, 'title', text);
    return;
  }
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

function putSentence({ plan, writable, section: usual }: Move, { text, to }: OwnCard): ParagraphId[] {
  const section = TEXT_SECTIONS.find((code) => code === to) ?? usual;
  requirePart(writable, `text:${section}`);
  const fragment = textSection(plan, section);
  const before = fragment.length;
  appendParagraphs(plan, section, text.trim().split('\n'), ORIGIN.text);
  return fragment
    .toArray()
    .slice(before)
    .map(idOf)
    .filter((id) => id !== null);
}

/**
 * Takes a card from the plan; gives its words, null where it is not there any more. The mark says where
 * it is: a card that was a goal before and is a sentence now has left an empty record behind.
 */
function takeFromPlan(move: Move, id: string, mark: ShownMark): string | null {
  if (mark.paragraphs.length > 0) {
    return takeParagraphs(move, mark.paragraphs);
  }
  const goal = goalRecord(move.plan, id);
  const resource = resourceRecord(move.plan, id);
  if (goal) {
    requirePart(move.writable, 'goals');
    requireUntouched(move.plan, id, goal);
  }
  if (resource) {
    requirePart(move.writable, 'resources');
  }
  const fromGoal = goal ? takeWords(move, goal, 'textOwn') : null;
  const fromResource = resource ? takeWords(move, resource, 'title') : null;
  return fromGoal ?? fromResource;
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

function takeParagraphs({ plan, writable }: Move, ids: readonly ParagraphId[]): string | null {
  const wanted = new Set(ids.map(([client, clock]) => `${client}.${clock}`));
  const words: string[] = [];
  for (const section of TEXT_SECTIONS) {
    const fragment = textSection(plan, section);
    for (let at = fragment.length - 1; at >= 0; at--) {
      const node = fragment.get(at);
      const id = idOf(node);
      if (id && wanted.has(`${id[0]}.${id[1]}`)) {
        requirePart(writable, `text:${section}`);
        words.unshift(plainText(node));
        fragment.delete(at, 1);
      }
    }
  }
  return words.length > 0 ? words.join('\n') : null;
}

function idOf(node: Y.XmlElement | Y.XmlText | Y.XmlHook): ParagraphId | null {
  return node._item ? [node._item.id.client, node._item.id.clock] : null;
}

function requirePart(writable: ReadonlySet<string>, part: PlanPart): void {
  if (!writable.has(part)) {
    throw new MoveError('forbidden_part');
  }
}
