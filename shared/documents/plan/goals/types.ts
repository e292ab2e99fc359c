import type {
  EvaluationConsequence,
  GoalKind,
  GoalLevel,
  GoalStatus,
  LifeArea,
  StepStatus,
} from '../../../domain/codes.ts';

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
  /** Whose number is from a meeting before that one: they gave none on that day. */
  older?: readonly string[];
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
  /** Whose wish it is. */
  voice: string | null;
  /** Who has written the own words; null where nobody knows any more. */
  writer: string | null;
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
  /** Who entered such a value in the place of its person. */
  scalesBy: Record<string, string>;
  before: GoalBefore | null;
  review: GoalReview;
  /** The goal of the last version in whose place it was made. */
  replaces: string | null;
  children: Goal[];
}

/** A goal of the last version that is no longer on the table; the review still has to name it. */
export interface EndedGoal {
  id: string;
  before: GoalBefore;
  status: string | null;
  target: number | null;
  scales: Record<string, number>;
  scalesBy: Record<string, string>;
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
  replaces: string | null;
}

/** What a new goal starts with. */
export interface NewGoal extends Partial<GoalFields> {
  id?: string;
  writer?: string | null;
  textOwn?: string;
  textAgreed?: string;
  indicator?: string;
  before?: GoalBefore;
}

/** Why a change of the tree was not made. */
export type TreeRefusal = 'unknown_goal' | 'too_deep' | 'into_itself';

/** Prefix of a person's scale value inside a goal's record. */
export const SCALE_KEY = 'scale:';
