import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolDirectionGoal,
  ProtocolStep,
} from '#shared/protocol/schema.ts';
import type { ActionBlock, Block, Fact, GoalBlock } from './document.ts';
import { said, type Wording } from './wording.ts';

/** The Leitziel and one block for each Richtungsziel with what hangs below it. */
export function goalBlocks(content: ProtocolContent, words: Wording): Block[] {
  const leitziel: Block[] = content.leitziel
    ? [{ kind: 'leitziel', label: words.t('protocol.goal.leitziel'), text: content.leitziel }]
    : [];
  const goals = (content.goals ?? []).map((goal): Block => ({ kind: 'goal', goal: direction(goal, words) }));
  return [...leitziel, ...goals];
}

function direction(goal: ProtocolDirectionGoal, words: Wording): GoalBlock {
  const { label } = words;
  const area = goal.lifeArea && label('lifeArea', goal.lifeArea);
  return {
    label: labelOf(goal, [label('goalLevel', 'richtungsziel'), area, statusOf(goal.status, words)]),
    number: goal.number,
    text: goal.text || words.t('protocol.goal.untitled'),
    quote: quoteOf(goal, words),
    goals: (goal.goals ?? []).map((child) => action(child, words)),
  };
}

function action(goal: ProtocolActionGoal, words: Wording): ActionBlock {
  const { t, label } = words;
  const kind = label(goal.kind === 'veraenderungsziel' ? 'goalLevel' : 'goalKind', kindCode(goal));
  return {
    label: labelOf(goal, [kind, statusOf(goal.status, words)]),
    number: goal.number,
    text: goal.text || t('protocol.goal.untitled'),
    quote: quoteOf(goal, words),
    facts: facts(goal, words),
    stepsTitle: t('protocol.goal.steps'),
    steps: (goal.steps ?? []).map((step) => ({
      number: step.number,
      text: step.text || t('protocol.goal.untitled'),
      quote: quoteOf(step, words),
      about: aboutStep(step, words),
      done: step.status === 'erledigt',
    })),
  };
}

function kindCode(goal: ProtocolActionGoal): string {
  return goal.kind === 'veraenderungsziel' ? 'handlungsziel' : goal.kind;
}

function labelOf(goal: { number: string }, parts: readonly (string | undefined)[]): string {
  return [`${parts[0]} ${goal.number}`, ...parts.slice(1)].filter(Boolean).join(' · ');
}

/** A frozen version holds what was agreed; "draft" there would only puzzle. */
function statusOf(status: ProtocolActionGoal['status'], { label }: Wording): string | undefined {
  return status === 'entwurf' || status === 'vereinbart' ? undefined : label('goalStatus', status);
}

function quoteOf(goal: { quote?: string | undefined; voice?: string | undefined }, words: Wording): string {
  if (!goal.quote) {
    return '';
  }
  // Words that already carry their quotation marks get no second pair.
  const quote = goal.quote.replace(/^[„“"»]|[“”"«]$/gu, '');
  return goal.voice
    ? words.t('protocol.goal.quote', { name: words.name(goal.voice), quote })
    : words.t('protocol.goal.quoteAlone', { quote });
}

function facts(goal: ProtocolActionGoal, words: Wording): Fact[] {
  const { t, day } = words;
  return said([
    { label: t('protocol.goal.who'), text: whoOf(goal, words) },
    { label: t('protocol.goal.until'), text: goal.dueDate && day(goal.dueDate) },
    { label: t('protocol.goal.often'), text: goal.recurrence },
    { label: t('protocol.goal.notice'), text: goal.indicator },
    { label: t('protocol.goal.scale'), text: scaleOf(goal, words) },
    { label: t('protocol.goal.helps'), text: (goal.helps ?? []).join(' · ') },
  ]);
}

function whoOf(goal: ProtocolActionGoal | ProtocolStep, { t, name }: Wording): string {
  const supporters = (goal.supporters ?? []).map(name).join(', ');
  if (!goal.responsible) {
    return supporters;
  }
  const who = name(goal.responsible);
  return supporters ? t('protocol.goal.whoWith', { who, with: supporters }) : who;
}

function scaleOf(goal: ProtocolActionGoal, { t, name }: Wording): string {
  const values = (goal.scales ?? []).map(({ person, value }) =>
    t('protocol.goal.scaleValue', { name: name(person), value }),
  );
  const target = goal.target === undefined ? [] : [t('protocol.goal.target', { value: goal.target })];
  return [...values, ...target].join(', ');
}

function aboutStep(step: ProtocolStep, words: Wording): string {
  const { t, day, label } = words;
  return [
    whoOf(step, words),
    step.dueDate && t('protocol.step.byWhen', { date: day(step.dueDate) }),
    step.recurrence,
    step.status === 'offen' ? '' : label('stepStatus', step.status),
  ]
    .filter(Boolean)
    .join(' · ');
}
