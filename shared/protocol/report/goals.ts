import { type GoalState, hasEnded } from '../../domain/goal-state.ts';
import { joinedParts } from '../../i18n/isolate.ts';
import type { ProtocolActionGoal, ProtocolContent, ProtocolDirectionGoal, ProtocolStep } from '../schema.ts';
import { type StateOf, statesIn } from '../states.ts';
import type { ActionGoal, Block, Commitment, DirectionGoal, Fact, StepLine } from './blocks.ts';
import { isSaidByVoice, noteOnOwnWords, type Written } from './own-words.ts';
import { said, type Wording } from './wording.ts';

/** The Leitziel and one block for each Richtungsziel with what hangs below it. */
export function goalBlocks(content: ProtocolContent, words: Wording): Block[] {
  const leitziel: Block[] = content.leitziel
    ? [{ kind: 'leitziel', label: words.t('protocol.goal.leitziel'), text: words.own(content.leitziel) }]
    : [];
  return [...leitziel, ...directionGoals(content, words).map((goal): Block => ({ kind: 'goal', goal }))];
}

/** The tree of goals in words. */
export function directionGoals(content: ProtocolContent, words: Wording): DirectionGoal[] {
  const stateOf = statesIn(content);
  return (content.goals ?? []).map((goal) => directionGoal(goal, stateOf, words));
}

function directionGoal(goal: ProtocolDirectionGoal, stateOf: StateOf, words: Wording): DirectionGoal {
  const { label } = words;
  const name = `${label('goalLevel', 'richtungsziel')} ${goal.number}`;
  const area = goal.lifeArea && label('lifeArea', goal.lifeArea);
  return {
    ...wordsOf(goal, words),
    name,
    label: joined([name, area, stateWords(stateOf(goal), words)]),
    goals: (goal.goals ?? []).map((child) => actionGoal(child, stateOf, words)),
  };
}

/** A Handlungsziel in words. */
export function actionGoal(goal: ProtocolActionGoal, stateOf: StateOf, words: Wording): ActionGoal {
  const { t, label } = words;
  const kind =
    goal.kind === 'veraenderungsziel' ? label('goalLevel', 'handlungsziel') : label('goalKind', goal.kind);
  const state = stateWords(stateOf(goal), words);
  const ended = hasEnded(stateOf(goal));
  return {
    ...wordsOf(goal, words),
    name: `${kind} ${goal.number}`,
    label: joined([`${kind} ${goal.number}`, state]),
    facts: facts(goal, words),
    commitment: commitmentOf(goal, state, words),
    stepsTitle: t('protocol.goal.steps'),
    steps: (goal.steps ?? []).map((step) => stepLine(step, words, ended)),
  };
}

/** A step in words; one that was still to be done ends with its goal. */
export function stepLine(step: ProtocolStep, words: Wording, goalEnded = false): StepLine {
  const state = goalEnded && isOpenStep(step) ? words.t('protocol.step.ended') : stepState(step, words);
  const commitment = commitmentOf(step, state, words);
  const { who, until, often } = commitment;
  return {
    ...wordsOf(step, words),
    about: joined([who, until, often, state]),
    commitment,
    done: step.status === 'erledigt',
  };
}

function wordsOf(goal: ProtocolDirectionGoal | ProtocolActionGoal | ProtocolStep, words: Wording) {
  return {
    id: goal.id,
    number: goal.number,
    text: goal.text ? words.own(goal.text) : words.t('protocol.goal.untitled'),
    quote: quoteOf(goal, words),
  };
}

/** Whether a step was still to be done when the version was frozen. */
export function isOpenStep({ status }: ProtocolStep): boolean {
  return status !== 'erledigt' && status !== 'entfallen';
}

function stepState({ status }: ProtocolStep, { label }: Wording): string {
  return status === 'offen' ? '' : label('stepStatus', status);
}

/** A frozen version holds what was agreed; "draft" there would only puzzle. */
function stateWords(state: GoalState, { label }: Wording): string {
  return state === 'entwurf' || state === 'vereinbart' ? '' : label('goalStatus', state);
}

function quoteOf(goal: Written & { quote?: string | undefined }, words: Wording): string {
  if (!goal.quote) {
    return '';
  }
  const { t, name, namesWriters } = words;
  // Words that already carry their quotation marks get no second pair.
  const quote = words.own(goal.quote.replace(/^[„“"»]|[“”"«]$/gu, ''));
  if (goal.voice && (!namesWriters || isSaidByVoice(goal))) {
    return t('protocol.goal.quote', { name: name(goal.voice), quote });
  }
  const note = noteOnOwnWords(goal, t, name);
  return note ? t('protocol.goal.quoteNoted', { quote, note }) : t('protocol.goal.quoteAlone', { quote });
}

function facts(goal: ProtocolActionGoal, words: Wording): Fact[] {
  const { t, day, own } = words;
  return said([
    { label: t('protocol.goal.who'), text: whoOf(goal, words) },
    { label: t('protocol.goal.until'), text: goal.dueDate && day(goal.dueDate) },
    { label: t('protocol.goal.often'), text: goal.recurrence && own(goal.recurrence) },
    { label: t('protocol.goal.notice'), text: goal.indicator && own(goal.indicator) },
    { label: t('protocol.goal.scale'), text: scaleOf(goal, words) },
    { label: t('protocol.goal.helps'), text: joined((goal.helps ?? []).map(own)) },
  ]);
}

function commitmentOf(item: ProtocolActionGoal | ProtocolStep, state: string, words: Wording): Commitment {
  return {
    who: whoOf(item, words),
    until: item.dueDate ? words.t('protocol.step.byWhen', { date: words.day(item.dueDate) }) : '',
    often: item.recurrence ? words.own(item.recurrence) : '',
    state,
  };
}

function whoOf(item: ProtocolActionGoal | ProtocolStep, { t, name }: Wording): string {
  const supporters = joinedParts((item.supporters ?? []).map(name), ', ');
  if (!item.responsible) {
    return supporters;
  }
  const who = name(item.responsible);
  return supporters ? t('protocol.goal.whoWith', { who, with: supporters }) : who;
}

function scaleOf(goal: ProtocolActionGoal, { t, name }: Wording): string {
  const values = (goal.scales ?? []).map(({ person, value, by }) =>
    by === undefined
      ? t('protocol.goal.scaleValue', { name: name(person), value })
      : t('protocol.goal.scaleEntered', { name: name(person), value, by: name(by) }),
  );
  const target = goal.target === undefined ? [] : [t('protocol.goal.target', { value: goal.target })];
  return [...values, ...target].join(', ');
}

function joined(parts: readonly (string | undefined)[]): string {
  return joinedParts(parts, ' · ');
}
