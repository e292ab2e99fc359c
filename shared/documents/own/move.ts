import type * as Y from 'yjs';
import { resourceDomain } from '../../domain/codes.ts';
import { addGoal, flatten, type NewGoal, readGoals } from '../plan/goals.ts';
import {
  bringBack,
  markRemoved,
  ORIGIN,
  readRemoval,
  readText,
  replaceText,
  sharedText,
} from '../plan/records.ts';
import { addResource } from '../plan/resources.ts';
import {
  type PlanPart,
  partMap,
  type SectionPart,
  sectionPart,
  TEXT_SECTIONS,
  type TextSection,
} from '../plan/roots.ts';
import { addText, TEXT_BEFORE, textRecord } from '../plan/texts.ts';
import {
  type CardKind,
  cardMap,
  markShown,
  type OwnCard,
  readCards,
  readShown,
  readShownIn,
  type ShownMark,
} from './cards.ts';

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
    const places = placesOf(move.plan, id, record);
    const words = takeFromPlan(move, id, places, mark);
    const text = sharedText(record, 'text');
    if (text && words !== null) {
      replaceText(text, words);
    }
    const parts = readShownIn(record) ?? places.map(({ part }) => part);
    markShown(record, parts, null);
    bringBack(record);
  }
}

function showCard(move: Move, card: OwnCard): void {
  const { own, plan, writable, now } = move;
  const record = cardMap(own).get(card.id);
  if (!record || card.text.trim() === '') {
    throw new MoveError('empty');
  }
  const part = partFor(move, card);
  requirePart(writable, part);
  const parts = readShownIn(record) ?? [];
  const back = partMap(plan, part).get(card.id);
  if (!back) {
    addToPlan(move, card);
  } else if (parts.includes(part)) {
    putBack(back, card);
  } else {
    throw new MoveError('unknown_card');
  }
  markShown(record, [...parts, part], now);
}

/** The key of a card's words in the record that it becomes. */
const WORDS = { ziel: 'textOwn', staerke: 'title', satz: 'text' } as const satisfies Record<CardKind, string>;

type ShownPart = 'goals' | 'resources' | SectionPart;

function partFor(move: Move, card: OwnCard): ShownPart {
  switch (card.kind) {
    case 'ziel':
      return 'goals';
    case 'staerke':
      return 'resources';
    case 'satz':
      return sectionPart(sectionFor(move, card));
  }
}

function sectionFor({ section }: Move, { to }: OwnCard): TextSection {
  return TEXT_SECTIONS.find((code) => code === to) ?? section;
}

function addToPlan(move: Move, card: OwnCard): void {
  const { plan, personId } = move;
  const { id, kind, text, to } = card;
  switch (kind) {
    case 'ziel':
      addShownGoal(plan, { id, textOwn: text, voice: personId, writer: personId }, to);
      break;
    case 'staerke': {
      const domain = resourceDomain.find((code) => code === to) ?? 'persoenlich';
      addResource(plan, { id, domain, title: text, owner: personId }, ORIGIN.list);
      break;
    }
    case 'satz':
      addText(plan, sectionFor(move, card), { id, voice: personId, words: text.trim() }, ORIGIN.text);
      break;
  }
}

function addShownGoal(plan: Y.Doc, goal: NewGoal, parentId: string | null): void {
  // A parent that is gone or too deep by now must not keep somebody from saying it.
  const hung = addGoal(plan, parentId, goal, ORIGIN.list);
  if ('refused' in hung) {
    addGoal(plan, null, goal, ORIGIN.list);
  }
}

/** Shown before and taken back: the same record, with the words of now. */
function putBack(record: Y.Map<unknown>, { kind, text: words }: OwnCard): void {
  const text = sharedText(record, WORDS[kind]);
  if (text) {
    replaceText(text, kind === 'satz' ? words.trim() : words);
  }
  bringBack(record);
}

/** Takes a card from the plan; gives its words, null where it is not there any more. */
function takeFromPlan(move: Move, id: string, places: readonly ShownPlace[], mark: ShownMark): string | null {
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

/** A record of the plan that is a card's, and the key of its words. */
interface ShownPlace {
  part: ShownPart;
  record: Y.Map<unknown>;
  key: string;
}

const PARTS: readonly { part: ShownPart; key: string }[] = [
  { part: 'goals', key: WORDS.ziel },
  { part: 'resources', key: WORDS.staerke },
  ...TEXT_SECTIONS.map((section) => ({ part: sectionPart(section), key: WORDS.satz })),
];

/** Where a card stands in the plan, and where it stood as another kind: nowhere that it was not put by the server. */
function placesOf(plan: Y.Doc, id: string, card: Y.Map<unknown>): ShownPlace[] {
  const shownIn = readShownIn(card);
  return PARTS.flatMap(({ part, key }) => {
    const record = shownIn === null || shownIn.includes(part) ? partMap(plan, part).get(id) : undefined;
    return record ? [{ part, record, key }] : [];
  });
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

function requirePart(writable: ReadonlySet<string>, part: PlanPart): void {
  if (!writable.has(part)) {
    throw new MoveError('forbidden_part');
  }
}
