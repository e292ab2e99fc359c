import type { EvaluationConsequence, GoalStatus, StepStatus } from './codes.ts';

/** What a goal is once the review has said how it goes on. */
const AFTER_REVIEW = {
  fortfuehren: 'weiter',
  anpassen: 'angepasst',
  als_erhaltungsziel_fortfuehren: 'bleibt',
  abschliessen: 'abgeschlossen',
  ersetzen: 'ersetzt',
  ruhen_lassen: 'ruht',
} as const satisfies Record<EvaluationConsequence, string>;

/** Where a goal stands, all in all. */
export type GoalState = GoalStatus | StepStatus | (typeof AFTER_REVIEW)[EvaluationConsequence];

/** What is written of a goal: its own status, and what the review found and decided. */
interface Said {
  status: GoalStatus | StepStatus;
  result?: GoalStatus | null | undefined;
  consequence?: EvaluationConsequence | null | undefined;
}

const ENDED: ReadonlySet<GoalState> = new Set(['abgeschlossen', 'ersetzt', 'entfallen']);

/**
 * Where a goal stands: how it goes on, else what became of it, else its own status. List, board, phone,
 * document and the next meeting all ask here, so that none of them takes for open what another calls ended.
 */
export function goalState({ status, result, consequence }: Said): GoalState {
  const state = consequence ? AFTER_REVIEW[consequence] : (result ?? status);
  const dropped = status === 'entfallen' || result === 'entfallen';
  return dropped && !ENDED.has(state) ? 'entfallen' : state;
}

/** Whether it ends with this meeting, and its steps with it: the next one starts without it. */
export function hasEnded(state: GoalState): boolean {
  return ENDED.has(state);
}

/** Whether nothing more is asked of it for now: it has ended, was reached, or rests. */
export function isOver(state: GoalState): boolean {
  return hasEnded(state) || state === 'erreicht' || state === 'ruht';
}
