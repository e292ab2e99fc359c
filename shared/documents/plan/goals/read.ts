import type * as Y from 'yjs';
import {
  evaluationConsequence,
  type GoalStatus,
  goalKind,
  goalStatus,
  lifeArea,
  type StepStatus,
  stepStatus,
} from '../../../domain/codes.ts';
import { isOnBehalf } from '../../../domain/on-behalf.ts';
import type { Removal } from '../../../domain/removal.ts';
import { isOrderKey } from '../order.ts';
import {
  type Removed,
  readCode,
  readIds,
  readNumber,
  readRemoval,
  readString,
  readText,
  removedIn,
} from '../records.ts';
import { type PlanRecord, partMap } from '../roots.ts';
import { buildTree, MAX_DEPTH, type Place, type TreeNode } from '../tree.ts';
import {
  type EndedGoal,
  type Goal,
  type GoalBefore,
  type GoalReview,
  LEVEL_BY_DEPTH,
  SCALE_KEY,
} from './types.ts';

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
export function removedGoals(doc: Y.Doc): Removed[] {
  return removedIn(partMap(doc, 'goals'), sentenceOf);
}

/** Goals of the last version that are removed or rest under a removed one, by id. */
export function readEndedGoals(doc: Y.Doc): EndedGoal[] {
  const records = partMap(doc, 'goals');
  const resting = restingIn(records);
  const ended: EndedGoal[] = [];
  for (const [id, record] of records) {
    const before = readBefore(record);
    if (before && resting.has(id)) {
      const [status, target] = [readString(record, 'status'), readNumber(record, 'target')];
      ended.push({ id, before, status, target, ...readScales(record), review: readReview(record) });
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

function placesOf(records: Y.Map<PlanRecord>): Map<string, Place> {
  const all = new Map<string, Place>();
  const resting = restingIn(records);
  for (const [id, record] of records) {
    if (!resting.has(id)) {
      all.set(id, readPlace(record));
    }
  }
  return all;
}

/** Goals that are removed or rest under a removed one, with the removal that makes them rest. */
export function restingGoals(doc: Y.Doc): Map<string, Removal> {
  return restingIn(partMap(doc, 'goals'));
}

/** Looks at each record once, however deep. */
function restingIn(records: Y.Map<PlanRecord>): Map<string, Removal> {
  const rests = new Map<string, Removal | null>();
  for (const id of records.keys()) {
    const path = new Set<string>();
    let at: string | null = id;
    let found: Removal | null = null;
    while (at !== null && !found && !rests.has(at) && !path.has(at)) {
      const record = records.get(at);
      path.add(at);
      found = record ? readRemoval(record) : null;
      at = record ? readPlace(record)[0] : null;
    }
    const result = found ?? (at === null ? null : (rests.get(at) ?? null));
    for (const step of path) {
      rests.set(step, result);
    }
  }
  return new Map([...rests].flatMap(([id, removal]) => (removal ? [[id, removal]] : [])));
}

/** Where a record says that it hangs; a damaged place counts as the top, a damaged order as none. */
export function readPlace(record: PlanRecord): Place {
  const value = record.get('place');
  if (!Array.isArray(value)) {
    return [null, ''];
  }
  const [parent, order] = value as unknown[];
  return [typeof parent === 'string' ? parent : null, isOrder(order) ? order : ''];
}

function isOrder(order: unknown): order is string {
  return typeof order === 'string' && isOrderKey(order);
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
    writer: readString(record, 'writer'),
    lifeArea: readCode(record, 'lifeArea', lifeArea, null),
    kind: readCode(record, 'kind', goalKind, 'veraenderungsziel'),
    status: readStatus(record, depth),
    responsible: readString(record, 'responsible'),
    supporters: readIds(record, 'supporters'),
    dueDate: readString(record, 'dueDate'),
    recurrence: readString(record, 'recurrence'),
    indicator: readText(record, 'indicator'),
    target: readNumber(record, 'target'),
    ...readScales(record),
    before: readBefore(record),
    review: readReview(record),
    replaces: readString(record, 'replaces'),
    children: node.children.map((child, index) =>
      readNode(child, records, depth + 1, `${number}.${index + 1}`, node.id),
    ),
  };
}

/** What the last version said; a damaged entry reads as absent, a damaged value in it as not said. */
export function readBefore(record: PlanRecord): GoalBefore | null {
  const value: unknown = record.get('before');
  if (typeof value !== 'object' || value === null) {
    return null;
  }
  const { version, date, number, text, dueDate, status, target, scales, older } = value as Record<
    string,
    unknown
  >;
  if (typeof number !== 'string' || typeof text !== 'string') {
    return null;
  }
  return {
    version: stringOr(version, ''),
    date: stringOr(date, ''),
    number,
    text,
    dueDate: stringOr(dueDate, null),
    status: stringOr(status, ''),
    target: typeof target === 'number' ? target : null,
    scales: numbersIn(scales),
    ...(Array.isArray(older) ? { older: older.filter((id) => typeof id === 'string') } : {}),
  };
}

function stringOr<T>(value: unknown, fallback: T): string | T {
  return typeof value === 'string' ? value : fallback;
}

function numbersIn(value: unknown): Record<string, number> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter(([, entry]) => typeof entry === 'number'));
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

function readScales(record: PlanRecord): Pick<Goal, 'scales' | 'scalesBy'> {
  const scales: Record<string, number> = {};
  const scalesBy: Record<string, string> = {};
  for (const [key, entry] of record) {
    const value: unknown = isOnBehalf(entry) ? entry.value : entry;
    if (key.startsWith(SCALE_KEY) && typeof value === 'number') {
      const person = key.slice(SCALE_KEY.length);
      scales[person] = value;
      if (isOnBehalf(entry)) {
        scalesBy[person] = entry.by;
      }
    }
  }
  return { scales, scalesBy };
}
