import type * as Y from 'yjs';
import { isOnBehalf, type OnBehalf } from '../../../domain/on-behalf.ts';
import { typedValue } from '../../../domain/typed-text.ts';
import { orderBetween } from '../order.ts';
import { bringBack, markRemoved, newId, recordOf, replaceText, sharedText, textOf } from '../records.ts';
import { type PlanRecord, partMap } from '../roots.ts';
import { height, MAX_DEPTH, type Place } from '../tree.ts';
import { flatten, goalRecord, readGoals, readPlace } from './read.ts';
import {
  type Goal,
  type GoalFields,
  type GoalText,
  type NewGoal,
  SCALE_KEY,
  type TreeRefusal,
} from './types.ts';

/**
 * Adds a goal under `parentId` (null: a Richtungsziel), after the sibling `after` or at the end.
 * @returns the new id, or why it cannot hang there.
 */
export function addGoal(
  doc: Y.Doc,
  parentId: string | null,
  goal: NewGoal,
  origin: string,
  after?: string | null,
): { id: string } | { refused: TreeRefusal } {
  const tree = readGoals(doc);
  const parent = parentId === null ? null : find(tree, parentId);
  if (parent === undefined) {
    return { refused: 'unknown_goal' };
  }
  if (parent && parent.depth >= MAX_DEPTH) {
    return { refused: 'too_deep' };
  }
  const id = goal.id ?? newId();
  const depth = parent ? parent.depth + 1 : 0;
  const order = orderAfter(doc, parent ? parent.children : tree, after);
  doc.transact(() => {
    partMap(doc, 'goals').set(id, goalRecordOf(goal, depth, [parentId, order]));
  }, origin);
  return { id };
}

function goalRecordOf(goal: NewGoal, depth: number, place: Place): PlanRecord {
  return recordOf({
    place: [...place],
    textOwn: textOf(goal.textOwn),
    textAgreed: textOf(goal.textAgreed),
    indicator: textOf(goal.indicator),
    reviewText: textOf(),
    obstacle: textOf(),
    reason: textOf(),
    voice: goal.voice ?? null,
    lifeArea: goal.lifeArea ?? null,
    kind: goal.kind ?? 'veraenderungsziel',
    status: goal.status ?? (depth === MAX_DEPTH ? 'offen' : 'entwurf'),
    responsible: goal.responsible ?? null,
    supporters: goal.supporters ?? [],
    dueDate: goal.dueDate ?? null,
    recurrence: goal.recurrence ?? null,
    target: goal.target ?? null,
    ...(goal.writer ? { writer: goal.writer } : {}),
    ...(goal.replaces ? { replaces: goal.replaces } : {}),
    ...(goal.before ? { before: goal.before } : {}),
  });
}

/** Moves a goal with everything below it; `after` null puts it first, undefined last. */
export function moveGoal(
  doc: Y.Doc,
  id: string,
  parentId: string | null,
  origin: string,
  after?: string | null,
): TreeRefusal | null {
  const tree = readGoals(doc);
  const goal = find(tree, id);
  const parent = parentId === null ? null : find(tree, parentId);
  const record = goalRecord(doc, id);
  if (!goal || !record || parent === undefined) {
    return 'unknown_goal';
  }
  if (parent && flatten([goal]).some((below) => below.id === parent.id)) {
    return 'into_itself';
  }
  if ((parent ? parent.depth + 1 : 0) + height(goal) - 1 > MAX_DEPTH) {
    return 'too_deep';
  }
  const siblings = (parent ? parent.children : tree).filter((sibling) => sibling.id !== id);
  const order = orderAfter(doc, siblings, after);
  doc.transact(() => record.set('place', [parentId, order]), origin);
  return null;
}

/** Replaces one value of a goal. A null takes it away. */
export function setGoalField<K extends keyof GoalFields>(
  doc: Y.Doc,
  id: string,
  key: K,
  value: GoalFields[K],
  origin: string,
): void {
  doc.transact(() => goalRecord(doc, id)?.set(key, typedValue(value)), origin);
}

/** Writes a text of a goal by its smallest change; concurrent typing merges. */
export function setGoalText(doc: Y.Doc, id: string, key: GoalText, value: string, origin: string): void {
  const record = goalRecord(doc, id);
  const text = record && sharedText(record, key);
  if (text) {
    doc.transact(() => replaceText(text, value), origin);
  }
}

/**
 * Sets or clears the scale value (0–10) that a person gives a goal today.
 * @param by who enters it, where that is not the person
 */
export function setScale(
  doc: Y.Doc,
  id: string,
  personId: string,
  value: number | null,
  origin: string,
  by = personId,
): void {
  const record = goalRecord(doc, id);
  if (!record) {
    return;
  }
  doc.transact(() => {
    if (value === null) {
      record.delete(SCALE_KEY + personId);
    } else {
      const whole = Math.min(10, Math.max(0, Math.round(value)));
      record.set(SCALE_KEY + personId, scaleEntry(whole, personId, by));
    }
  }, origin);
}

/** Puts the right name to a number that stands there already: none where it is the person's own entry. */
export function signScale(record: PlanRecord, personId: string, by: string): void {
  const entry = record.get(SCALE_KEY + personId);
  const value: unknown = isOnBehalf(entry) ? entry.value : entry;
  const isSigned = (isOnBehalf(entry) ? entry.by : personId) === by;
  if (typeof value === 'number' && !isSigned) {
    record.set(SCALE_KEY + personId, scaleEntry(value, personId, by));
  }
}

function scaleEntry(value: number, personId: string, by: string): number | OnBehalf<number> {
  return by === personId ? value : { value, by };
}

/** Takes a goal from the table, with what hangs below it. Nothing is erased. */
export function removeGoal(doc: Y.Doc, id: string, by: string, origin: string, now = new Date()): void {
  const record = goalRecord(doc, id);
  if (record) {
    doc.transact(() => markRemoved(record, by, now), origin);
  }
}

/**
 * Takes a goal away again that was made and left without a word; one that holds something stays. It looks into
 * the document itself: what pages have read may be a moment older than the last letter.
 * @returns the goal that was taken away, or null.
 */
export function removeIfEmpty(doc: Y.Doc, id: string, by: string, origin: string): Goal | null {
  const goal = find(readGoals(doc), id);
  if (goal?.sentence.trim() === '' && goal.children.length === 0) {
    removeGoal(doc, id, by, origin);
    return goal;
  }
  return null;
}

/** Brings a removed goal back to its place. */
export function restoreGoal(doc: Y.Doc, id: string, origin: string): void {
  const record = goalRecord(doc, id);
  if (record) {
    doc.transact(() => bringBack(record), origin);
  }
}

function orderAfter(doc: Y.Doc, siblings: readonly Goal[], after: string | null | undefined): string {
  const orderOf = (goal: Goal | undefined): string | null => {
    const record = goal && goalRecord(doc, goal.id);
    return record ? readPlace(record)[1] || null : null;
  };
  const at = after === undefined ? siblings.length - 1 : siblings.findIndex((goal) => goal.id === after);
  const left = orderOf(siblings[at]);
  const right = orderOf(siblings[at + 1]);
  return orderBetween(left, right);
}

function find(goals: readonly Goal[], id: string): Goal | undefined {
  return flatten(goals).find((goal) => goal.id === id);
}
