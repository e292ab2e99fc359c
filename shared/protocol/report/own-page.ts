import { hasEnded, isOver } from '../../domain/goal-state.ts';
import { joinedParts } from '../../i18n/isolate.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolDirectionGoal,
  ProtocolReview,
  ProtocolService,
  ProtocolStep,
} from '../schema.ts';
import { type StateOf, statesIn } from '../states.ts';
import { extent, period } from './facts.ts';
import { actionGoal, directionGoals, isOpenStep, stepLine } from './goals.ts';
import { readable } from './readable.ts';
import type { Wording } from './wording.ts';

/**
 * "Deine Seite": what a version means for one person. Selected from the frozen content; nothing that somebody
 * said is rephrased, because the person signs these words. What stands around them is said as they read.
 */
export interface OwnPage {
  /** Goals that were reached and steps that are done. */
  achieved: OwnLine[];
  goals: OwnLine[];
  steps: OwnLine[];
  /** Steps of others in which I help. */
  helping: OthersLine[];
  /** Steps of others, and the agreed help. */
  others: OthersLine[];
  /** The day of the next review, empty where none was agreed. */
  nextReview: string;
}

export interface OwnLine {
  id: string;
  text: string;
  quote: string;
  /** Until when, how often, what was said about it. */
  about: string[];
  done: boolean;
}

export interface OthersLine extends OwnLine {
  /** Person id of who does it, null for a house without a name. */
  person: string | null;
}

/** The page of one person. */
export function ownPageOf(frozen: ProtocolContent, personId: string, words: Wording): OwnPage {
  const content = readable(frozen);
  const goals = (content.goals ?? []).flatMap((direction) => direction.goals ?? []);
  const steps = goals.flatMap((goal) => goal.steps ?? []);
  const stateOf = statesIn(content);
  // Nobody is asked for a step whose goal has ended; the next meeting starts without it.
  const open = goals
    .filter((goal) => !hasEnded(stateOf(goal)))
    .flatMap((goal) => (goal.steps ?? []).filter(isOpenStep));
  const byOthers = open.filter(({ responsible }) => responsible && responsible !== personId);
  const helps = (step: ProtocolStep): boolean => step.supporters?.includes(personId) ?? false;
  const done = steps.filter(({ status, responsible }) => status === 'erledigt' && responsible === personId);
  return {
    achieved: [...reachedGoals(content, goals, personId, words), ...done.map((step) => stepOf(step, words))],
    goals: myGoals(content, personId, stateOf, words),
    steps: open.filter(({ responsible }) => responsible === personId).map((step) => stepOf(step, words)),
    helping: byOthers.filter(helps).map((step) => othersStep(step, words)),
    others: [
      ...byOthers.filter((step) => !helps(step)).map((step) => othersStep(step, words)),
      ...services(content, personId, words),
    ],
    nextReview: content.nextReview?.date ? words.day(content.nextReview.date) : '',
  };
}

/** Open goals that speak with my voice or that I take care of. */
function myGoals(content: ProtocolContent, personId: string, stateOf: StateOf, words: Wording): OwnLine[] {
  const said = new Map(directionGoals(content, words).map((goal) => [goal.id, goal]));
  return (content.goals ?? []).flatMap((direction) => {
    const below = (direction.goals ?? [])
      .filter((goal) => isMine(goal, personId) && !isOver(stateOf(goal)))
      .map((goal) => goalOf(goal, personId, stateOf, words));
    const own = direction.voice === personId && !isOver(stateOf(direction));
    const { text = '', quote = '' } = said.get(direction.id) ?? {};
    // A direction is said through its goals; alone it stands for itself.
    return below.length === 0 && own ? [{ id: direction.id, text, quote, about: [], done: false }] : below;
  });
}

function goalOf(goal: ProtocolActionGoal, personId: string, stateOf: StateOf, words: Wording): OwnLine {
  const { id, text, quote, commitment } = actionGoal(goal, stateOf, words);
  const { until, often, state } = commitment;
  const voice =
    goal.voice && goal.voice !== personId
      ? words.t('protocol.goal.voice', { name: words.name(goal.voice) })
      : '';
  return { id, text, quote, about: [voice, often, until, state].filter(Boolean), done: false };
}

function stepOf(step: ProtocolStep, words: Wording): OwnLine {
  const { id, text, quote, commitment, done } = stepLine(step, words);
  const { until, often, state } = commitment;
  return { id, text, quote, about: [until, often, done ? '' : state].filter(Boolean), done };
}

function othersStep(step: ProtocolStep, words: Wording): OthersLine {
  const { id, text, quote, about, done } = stepLine(step, words);
  return { id, text, quote, about: [about], done, person: step.responsible ?? null };
}

/** The agreed help, told as what somebody does. */
function services(content: ProtocolContent, personId: string, words: Wording): OthersLine[] {
  return (content.services ?? [])
    .filter(({ worker }) => worker !== personId)
    .map((service) => serviceOf(service, words));
}

function serviceOf(service: ProtocolService, words: Wording): OthersLine {
  const form = service.helpForm ? words.label('helpForm', service.helpForm) : '';
  const own = (text: string | undefined): string => (text ? words.own(text) : '');
  const who = joinedParts([service.worker && words.name(service.worker), own(service.provider)], ', ');
  const [text = '', ...about] = [
    own(service.setting),
    form,
    who,
    extent(service, words),
    period(service, words),
  ].filter(Boolean);
  return { id: service.id, text, quote: '', about, done: false, person: service.worker ?? null };
}

/** Goals of mine that the review calls reached, in the wording they had when they were agreed. */
function reachedGoals(
  content: ProtocolContent,
  actionGoals: readonly ProtocolActionGoal[],
  personId: string,
  { own }: Wording,
): OwnLine[] {
  const goals = new Map<string, ProtocolDirectionGoal | ProtocolActionGoal>(
    [...(content.goals ?? []), ...actionGoals].map((goal) => [goal.id, goal]),
  );
  // A step belongs to whoever took it; only its record says who that is.
  return (content.reviews ?? [])
    .filter(({ result, number }) => result === 'erreicht' && !isStepNumber(number))
    .filter((review) => {
      const goal = goals.get(review.goalId);
      return goal ? isMine(goal, personId) : concerns(review, personId, content.head.child);
    })
    .map(({ goalId, before, text }) => ({
      id: goalId,
      text: own(before),
      quote: '',
      about: text ? [own(text)] : [],
      done: true,
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
