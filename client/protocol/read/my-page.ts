import type { GoalStatus, StepStatus } from '#shared/domain/codes.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolReview,
  ProtocolService,
  ProtocolStep,
} from '#shared/protocol/schema.ts';

/**
 * "Deine Seite": what a version means for one person. Selected from the frozen content only, in
 * the frozen wording; nothing is rephrased, because the person signs these words.
 */
export interface MyPage {
  /** Goals that were reached and steps that are done. */
  achieved: PageLine[];
  goals: PageLine[];
  steps: PageLine[];
  /** Steps of others in which I help. */
  helping: OthersLine[];
  others: OthersLine[];
  services: ProtocolService[];
}

export interface PageLine {
  id: string;
  text: string;
  /** Whose words they are, where they are not the own ones. */
  voice?: string;
  /** What was said about it in the review. */
  note?: string;
  dueDate?: string;
  recurrence?: string;
}

export interface OthersLine extends PageLine {
  /** Person id of who does it. */
  who: string;
}

const GOAL_CLOSED: ReadonlySet<GoalStatus> = new Set(['erreicht', 'ruht', 'entfallen']);
const STEP_CLOSED: ReadonlySet<StepStatus> = new Set(['erledigt', 'entfallen']);

/** The page of one person. */
export function myPage(content: ProtocolContent, personId: string): MyPage {
  const actionGoals = (content.goals ?? []).flatMap(({ goals }) => goals ?? []);
  const steps = actionGoals.flatMap((goal) => goal.steps ?? []);
  const open = steps.filter(({ status }) => !STEP_CLOSED.has(status));
  const byOthers = open.flatMap((step) => othersLine(step, personId));
  const helpsIn = new Set(open.filter((step) => helps(step, personId)).map(({ id }) => id));
  return {
    achieved: [
      ...reachedGoals(content, actionGoals, personId),
      ...steps.filter((step) => step.status === 'erledigt' && step.responsible === personId).map(lineOf),
    ],
    goals: myGoals(content, personId),
    steps: open.filter(({ responsible }) => responsible === personId).map(lineOf),
    helping: byOthers.filter(({ id }) => helpsIn.has(id)),
    others: byOthers.filter(({ id }) => !helpsIn.has(id)),
    services: (content.services ?? []).filter(({ worker }) => worker !== personId),
  };
}

/** Open goals that speak with my voice or that I take care of. */
function myGoals(content: ProtocolContent, personId: string): PageLine[] {
  return (content.goals ?? []).flatMap((direction) => {
    const below = (direction.goals ?? [])
      .filter((goal) => isMine(goal, personId) && !GOAL_CLOSED.has(goal.status))
      .map((goal) => ({
        ...lineOf(goal),
        ...(goal.voice && goal.voice !== personId ? { voice: goal.voice } : {}),
      }));
    const own = direction.voice === personId && !GOAL_CLOSED.has(direction.status);
    // A direction is said through its goals; alone it stands for itself.
    return below.length === 0 && own ? [lineOf(direction)] : below;
  });
}

/** Goals of mine that the review calls reached, in the wording they had when they were agreed. */
function reachedGoals(
  content: ProtocolContent,
  actionGoals: readonly ProtocolActionGoal[],
  personId: string,
): PageLine[] {
  const byId = new Map(actionGoals.map((goal) => [goal.id, goal]));
  const directions = new Map((content.goals ?? []).map((goal) => [goal.id, goal]));
  // A step belongs to whoever took it; only its record says who that is.
  return (content.reviews ?? [])
    .filter(({ result, number }) => result === 'erreicht' && !isStepNumber(number))
    .filter((review) => {
      const goal = byId.get(review.goalId) ?? directions.get(review.goalId);
      return goal ? isMine(goal, personId) : concerns(review, personId, content.head.child);
    })
    .map((review) => ({
      id: review.goalId,
      text: review.before,
      ...(review.text ? { note: review.text } : {}),
    }));
}

/** "1.2.3": Richtungsziel, Handlungsziel, Handlungsschritt. */
function isStepNumber(number: string): boolean {
  return number.split('.').length > 2;
}

/** An ended goal names no voice any more: it is the young person's, and of who gave it a number. */
function concerns(review: ProtocolReview, personId: string, childId: string): boolean {
  return personId === childId || (review.scales ?? []).some(({ person }) => person === personId);
}

function isMine(
  goal: { voice?: string | undefined; responsible?: string | undefined },
  personId: string,
): boolean {
  return goal.voice === personId || goal.responsible === personId;
}

function helps(step: ProtocolStep, personId: string): boolean {
  return step.supporters?.includes(personId) ?? false;
}

function othersLine(step: ProtocolStep, personId: string): OthersLine[] {
  const { responsible } = step;
  return responsible && responsible !== personId ? [{ ...lineOf(step), who: responsible }] : [];
}

function lineOf(item: Sentence): PageLine {
  return {
    id: item.id,
    text: item.text,
    ...(item.dueDate ? { dueDate: item.dueDate } : {}),
    ...(item.recurrence ? { recurrence: item.recurrence } : {}),
  };
}

type Sentence = {
  id: string;
  text: string;
  dueDate?: string | undefined;
  recurrence?: string | undefined;
};
