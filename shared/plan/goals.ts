import { generateKeyBetween } from 'fractional-indexing';
import type * as Y from 'yjs';
import {
  type EvaluationConsequence,
  evaluationConsequence,
  type GoalKind,
  type GoalLevel,
  type GoalStatus,
  goalKind,
  goalStatus,
  type LifeArea,
  lifeArea,
  type StepStatus,
  stepStatus,
} from '../domain/codes.ts';
import {
  bringBack,
  markRemoved,
  newId,
  type Removal,
  readCode,
  readIds,
  readNumber,
  readRemoval,
  readString,
  readText,
  recordOf,
  replaceText,
  sharedText,
  textOf,
} from './records.ts';
import { type PlanRecord, partMap } from './roots.ts';
import { buildTree, height, MAX_DEPTH, type Place, type TreeNode } from './tree.ts';

/** What the last sealed version said about a goal. Written once, when a meeting is prepared from it. */
export interface GoalBefore {
  /** Version it comes from, such as "1.0". */
  version: string;
  /** Day of that version, YYYY-MM-DD. */
  date: string;
  number: string;
  text: string;
  dueDate: string | null;
  status: string;
  target: number | null;
  scales: Record<string, number>;
}

/** What became of a goal: the review of the phase `rueckblick`. */
export interface GoalReview {
  result: GoalStatus | null;
  consequence: EvaluationConsequence | null;
  text: string;
  obstacle: string;
  reason: string;
}

/** One goal or step as everybody sees it; level, depth and number are computed, never stored. */
export interface Goal {
  id: string;
  level: Exclude<GoalLevel, 'leitziel'>;
  depth: number;
  /** Shown number: 1, 1.1, 1.1.1. */
  number: string;
  parentId: string | null;
  /** The sentence on the card: the agreed wording, or the own words while there is none. */
  sentence: string;
  /** The own words as a quotation, where they differ from the agreed wording. */
  quote: string | null;
  voice: string | null;
  lifeArea: LifeArea | null;
  kind: GoalKind;
  status: GoalStatus | StepStatus;
  responsible: string | null;
  supporters: string[];
  dueDate: string | null;
  recurrence: string | null;
  indicator: string;
  target: number | null;
  /** Scale values of today, 0–10, by person. Never averaged. */
  scales: Record<string, number>;
  before: GoalBefore | null;
  review: GoalReview;
  children: Goal[];
}

/** A goal of the last version that is no longer on the table; the review still has to name it. */
export interface EndedGoal {
  id: string;
  before: GoalBefore;
  status: string | null;
  target: number | null;
  scales: Record<string, number>;
  review: GoalReview;
}

/** Codes for the three levels, by depth. */
export const LEVEL_BY_DEPTH = ['richtungsziel', 'handlungsziel', 'handlungsschritt'] as const;

/** Texts of a goal that several people may type into at once. */
export type GoalText = 'textOwn' | 'textAgreed' | 'indicator' | 'reviewText' | 'obstacle' | 'reason';

/** Single values of a goal, each replaced as a whole. */
export interface GoalFields {
  voice: string | null;
  lifeArea: LifeArea | null;
  kind: GoalKind;
  status: GoalStatus | StepStatus;
  responsible: string | null;
  supporters: string[];
  dueDate: string | null;
  recurrence: string | null;
  target: number | null;
  result: GoalStatus | null;
  consequence: EvaluationConsequence | null;
}

/** What a new goal starts with. */
export interface NewGoal extends Partial<GoalFields> {
  id?: string;
  textOwn?: string;
  textAgreed?: string;
  indicator?: string;
  before?: GoalBefore;
}

/** Why a change of the tree was not made. */
export type TreeRefusal = 'unknown_goal' | 'too_deep' | 'into_itself';

const SCALE_KEY = 'scale:';

/** The goal tree, repaired and numbered. Goals under a removed goal rest with it. */
export function readGoals(doc: Y.Doc): Goal[] {
  const records = partMap(doc, 'goals');
  const nodes = buildTree(placesOf(records));
  return nodes.map((node, index) => readNode(node, records, 0, `${index + 1}`, null));
}

/** All goals of a tree in reading order. */
export function flatten(goals: readonly Goal[]): Goal[] {
  return goals.flatMap((goal) => [goal, ...flatten(goal.children)]);
}

/** Goals that are removed and can be brought back, newest first. */
export function removedGoals(doc: Y.Doc): { id: string; text: string; removal: Removal }[] {
  const found: { id: string; text: string; removal: Removal }[] = [];
  for (const [id, record] of partMap(doc, 'goals')) {
    const removal = readRemoval(record);
    if (removal) {
      found.push({ id, text: sentenceOf(record), removal });
    }
  }
  return found.sort((a, b) => b.removal.at.localeCompare(a.removal.at));
}

/** Goals of the last version that are removed or rest under a removed one, by id. */
export function readEndedGoals(doc: Y.Doc): EndedGoal[] {
  const records = partMap(doc, 'goals');
  const ended: EndedGoal[] = [];
  for (const [id, record] of records) {
    const before = readBefore(record);
    if (before && restsUnderRemoved(id, records)) {
      const [status, target] = [readString(record, 'status'), readNumber(record, 'target')];
      ended.push({ id, before, status, target, scales: readScales(record), review: readReview(record) });
    }
  }
  return ended.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The record behind a goal, for binding fields to it. */
export function goalRecord(doc: Y.Doc, id: string): PlanRecord | undefined {
  return partMap(doc, 'goals').get(id);
}

/** Name of the text that is the goal's sentence now. */
export function sentenceField(record: PlanRecord): 'textOwn' | 'textAgreed' {
  return readText(record, 'textAgreed') === '' ? 'textOwn' : 'textAgreed';
}

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
  doc.transact(() => goalRecord(doc, id)?.set(key, value), origin);
}

/** Writes a text of a goal by its smallest change; concurrent typing merges. */
export function setGoalText(doc: Y.Doc, id: string, key: GoalText, value: string, origin: string): void {
  const record = goalRecord(doc, id);
  const text = record && sharedText(record, key);
  if (text) {
    doc.transact(() => replaceText(text, value), origin);
  }
}

/** Sets or clears the scale value (0–10) that a person gives a goal today. */
export function setScale(
  doc: Y.Doc,
  id: string,
  personId: string,
  value: number | null,
  origin: string,
): void {
  const record = goalRecord(doc, id);
  if (!record) {
    return;
  }
  doc.transact(() => {
    if (value === null) {
      record.delete(SCALE_KEY + personId);
    } else {
      record.set(SCALE_KEY + personId, Math.min(10, Math.max(0, Math.round(value))));
    }
  }, origin);
}

/** Takes a goal from the table, with what hangs below it. Nothing is erased. */
export function removeGoal(doc: Y.Doc, id: string, by: string, origin: string, now = new Date()): void {
  const record = goalRecord(doc, id);
  if (record) {
    doc.transact(() => markRemoved(record, by, now), origin);
  }
}

/** Brings a removed goal back to its place. */
export function restoreGoal(doc: Y.Doc, id: string, origin: string): void {
  const record = goalRecord(doc, id);
  if (record) {
    doc.transact(() => bringBack(record), origin);
  }
}

function placesOf(records: Y.Map<PlanRecord>): Map<string, Place> {
  const all = new Map<string, Place>();
  for (const [id, record] of records) {
    all.set(id, readPlace(record));
  }
  for (const id of [...all.keys()]) {
    if (restsUnderRemoved(id, records)) {
      all.delete(id);
    }
  }
  return all;
}

function restsUnderRemoved(id: string, records: Y.Map<PlanRecord>): boolean {
  const seen = new Set<string>();
  let at: string | null = id;
  while (at !== null && !seen.has(at)) {
    seen.add(at);
    const record = records.get(at);
    if (record && readRemoval(record)) {
      return true;
    }
    at = record ? readPlace(record)[0] : null;
  }
  return false;
}

function readPlace(record: PlanRecord): Place {
  const value = record.get('place');
  if (!Array.isArray(value)) {
    return [null, ''];
  }
  const [parent, order] = value as unknown[];
  return [typeof parent === 'string' ? parent : null, typeof order === 'string' ? order : ''];
}

function orderAfter(doc: Y.Doc, siblings: readonly Goal[], after: string | null | undefined): string {
  const orderOf = (goal: Goal | undefined): string | null => {
    const record = goal && goalRecord(doc, goal.id);
    return record ? readPlace(record)[1] || null : null;
  };
  const at = after === undefined ? siblings.length - 1 : siblings.findIndex((goal) => goal.id === after);
  const left = orderOf(siblings[at]);
  const right = orderOf(siblings[at + 1]);
  // Two people may have made the same key at once; between equal keys there is no room, so go behind both.
  return generateKeyBetween(left, left !== null && right !== null && left >= right ? null : right);
}

function find(goals: readonly Goal[], id: string): Goal | undefined {
  return flatten(goals).find((goal) => goal.id === id);
}

function sentenceOf(record: PlanRecord): string {
  return readText(record, sentenceField(record));
}

function readNode(
  node: TreeNode,
  records: Y.Map<PlanRecord>,
  depth: number,
  number: string,
  parentId: string | null,
): Goal {
  const record = records.get(node.id) as PlanRecord;
  const own = readText(record, 'textOwn');
  const sentence = sentenceOf(record);
  return {
    id: node.id,
    level: LEVEL_BY_DEPTH[depth] ?? 'handlungsschritt',
    depth,
    number,
    parentId,
    sentence,
    quote: own !== '' && own !== sentence ? own : null,
    voice: readString(record, 'voice'),
    lifeArea: readCode(record, 'lifeArea', lifeArea, null),
    kind: readCode(record, 'kind', goalKind, 'veraenderungsziel'),
    status: readStatus(record, depth),
    responsible: readString(record, 'responsible'),
    supporters: readIds(record, 'supporters'),
    dueDate: readString(record, 'dueDate'),
    recurrence: readString(record, 'recurrence'),
    indicator: readText(record, 'indicator'),
    target: readNumber(record, 'target'),
    scales: readScales(record),
    before: readBefore(record),
    review: readReview(record),
    children: node.children.map((child, index) =>
      readNode(child, records, depth + 1, `${number}.${index + 1}`, node.id),
    ),
  };
}

function readBefore(record: PlanRecord): GoalBefore | null {
  return (record.get('before') as GoalBefore | undefined) ?? null;
}

function readReview(record: PlanRecord): GoalReview {
  return {
    result: readCode(record, 'result', goalStatus, null),
    consequence: readCode(record, 'consequence', evaluationConsequence, null),
    text: readText(record, 'reviewText'),
    obstacle: readText(record, 'obstacle'),
    reason: readText(record, 'reason'),
  };
}

/** A goal that moved to another level keeps its status only where that level knows it. */
function readStatus(record: PlanRecord, depth: number): GoalStatus | StepStatus {
  return depth === MAX_DEPTH
    ? readCode(record, 'status', stepStatus, 'offen')
    : readCode(record, 'status', goalStatus, 'entwurf');
}

function readScales(record: PlanRecord): Record<string, number> {
  const scales: Record<string, number> = {};
  for (const [key, value] of record) {
    if (key.startsWith(SCALE_KEY) && typeof value === 'number') {
      scales[key.slice(SCALE_KEY.length)] = value;
    }
  }
  return scales;
}
