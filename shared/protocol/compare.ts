import { hasEnded } from '../domain/goal-state.ts';
import type { Translate } from '../i18n/translate.ts';
import type { ProtocolActionGoal, ProtocolContent, ProtocolDirectionGoal, ProtocolStep } from './schema.ts';
import { type StateOf, statesIn } from './states.ts';

/** What became of a goal between two versions. */
export type Fate = 'erreicht' | 'geaendert' | 'laeuft_weiter' | 'neu' | 'beendet';

/** What about a goal is different. */
export const CHANGES = ['wortlaut', 'ebene', 'ort', 'wer', 'termin', 'zielwert'] as const;
export type Change = (typeof CHANGES)[number];

type AnyGoal = ProtocolDirectionGoal | ProtocolActionGoal | ProtocolStep;

/** A goal where it stands in a version. */
export interface PlacedGoal {
  goal: AnyGoal;
  /** 0 Richtungsziel, 1 Handlungsziel, 2 step. */
  depth: number;
  parentId: string | null;
}

/** One goal in both versions. */
export interface GoalFate {
  id: string;
  fate: Fate;
  /** Only for `geaendert` and for what was reached and goes on in other words. */
  changes: Change[];
  before: PlacedGoal | null;
  after: PlacedGoal | null;
}

/** What the newer version says of its goals. */
interface Said {
  /** Of which its review says that they were reached. */
  reached: ReadonlySet<string>;
  stateOf: StateOf;
}

/**
 * The fate of every goal, by id: first those of the newer version in its order, then those that
 * are only in the older one. Equal versions give "goes on" for every goal.
 */
export function compareVersions(before: ProtocolContent, after: ProtocolContent): GoalFate[] {
  const [old, now] = [placed(before), placed(after)];
  const reached = new Set(
    after.reviews?.filter(({ result }) => result === 'erreicht').map(({ goalId }) => goalId),
  );
  const said = { reached, stateOf: statesIn(after) };
  const current = [...now].map(([id, goal]) => fateOf(id, old.get(id) ?? null, goal, said));
  const gone = [...old].filter(([id]) => !now.has(id)).map(([id, goal]) => fateOf(id, goal, null, said));
  return [...current, ...gone];
}

/** The word for what became of a row, in the order in which it is told: a goal is reached, a step is done. */
const OUTCOMES = ['erreicht', 'erledigt', 'geaendert', 'laeuft_weiter', 'neu', 'beendet'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What a row is headed with. */
export function outcomeOf({ fate, before, after }: GoalFate): Outcome {
  return fate === 'erreicht' && (after ?? before)?.depth === 2 ? 'erledigt' : fate;
}

/** The rows counted, as one sentence: whoever counts the rows comes to the same numbers. */
export function fateSentence(rows: readonly GoalFate[], t: Translate): string {
  const counts = new Map<Outcome, number>();
  for (const row of rows) {
    counts.set(outcomeOf(row), (counts.get(outcomeOf(row)) ?? 0) + 1);
  }
  const told = OUTCOMES.filter((outcome) => counts.has(outcome)).map((outcome) =>
    t(`protocol.compare.${outcome}`, { count: counts.get(outcome) ?? 0 }),
  );
  return told.length === 0
    ? t('protocol.compare.nothing')
    : t('protocol.compare.sentence', { counts: told.join(', ') });
}

function fateOf(id: string, before: PlacedGoal | null, after: PlacedGoal | null, said: Said): GoalFate {
  const changes = before && after ? changesBetween(before, after) : [];
  return { id, fate: fateName(id, before, after, changes, said), changes, before, after };
}

function fateName(
  id: string,
  before: PlacedGoal | null,
  after: PlacedGoal | null,
  changes: readonly Change[],
  { reached, stateOf }: Said,
): Fate {
  if (!before) {
    return 'neu';
  }
  if (reached.has(id) || after?.goal.status === 'erreicht' || isDone(after)) {
    return 'erreicht';
  }
  if (!after || hasEnded(stateOf(after.goal))) {
    return 'beendet';
  }
  return changes.length > 0 ? 'geaendert' : 'laeuft_weiter';
}

function isDone(placedGoal: PlacedGoal | null): boolean {
  return placedGoal?.goal.status === 'erledigt';
}

function changesBetween(before: PlacedGoal, after: PlacedGoal): Change[] {
  const differs: Record<Change, boolean> = {
    wortlaut: before.goal.text !== after.goal.text,
    ebene: before.depth !== after.depth,
    ort: before.parentId !== after.parentId,
    wer: field(before, 'responsible') !== field(after, 'responsible'),
    termin: field(before, 'dueDate') !== field(after, 'dueDate'),
    zielwert: field(before, 'target') !== field(after, 'target'),
  };
  return CHANGES.filter((change) => differs[change]);
}

function field({ goal }: PlacedGoal, key: 'responsible' | 'dueDate' | 'target'): string | number | undefined {
  return (goal as Partial<ProtocolActionGoal>)[key];
}

function placed(content: ProtocolContent): Map<string, PlacedGoal> {
  const goals = new Map<string, PlacedGoal>();
  for (const direction of content.goals ?? []) {
    goals.set(direction.id, { goal: direction, depth: 0, parentId: null });
    for (const action of direction.goals ?? []) {
      goals.set(action.id, { goal: action, depth: 1, parentId: direction.id });
      for (const step of action.steps ?? []) {
        goals.set(step.id, { goal: step, depth: 2, parentId: action.id });
      }
    }
  }
  return goals;
}
