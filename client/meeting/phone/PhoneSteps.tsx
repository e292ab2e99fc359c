import type { PersonRef } from '#shared/api/view.ts';
import { type Goal, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { useDoc, useLanguage, useT, useView, useWritable } from '../../app/context.ts';
import { formatList } from '../../app/format.ts';
import { StepRow, StepSheet } from '../../plan/cards/Steps.tsx';
import { useEditors } from '../../plan/list/presence.ts';
import { stepState, whoAndWhen } from '../../plan/words/steps.ts';
import type { Self } from '../../plan/words/words.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import styles from './PhoneGoals.module.css';

/** Whose step: the one who does it, or helps with it. */
export function isMine(goal: Goal, personId: string | undefined): boolean {
  return (
    goal.level === 'handlungsschritt' &&
    personId !== undefined &&
    (goal.responsible === personId || goal.supporters.includes(personId))
  );
}

/** How the person with this phone is named in their own duties. */
export function selfOf(person: PersonRef | null, t: Translate): Self | undefined {
  return person ? { id: person.id, who: t('table.you'), withWhom: t('table.you_with') } : undefined;
}

/** Steps on one sheet; a tap on a sentence opens it. */
export function PhoneSteps({ steps, onOpen }: { steps: readonly Goal[]; onOpen(id: string): void }) {
  return (
    <StepSheet>
      {steps.map((step) => (
        <Step key={step.id} step={step} onOpen={onOpen} />
      ))}
    </StepSheet>
  );
}

function Step({ step, onOpen }: { step: Goal; onOpen(id: string): void }) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { persons, me } = useView();
  const writable = useWritable('goals');
  const state = stepState(step);
  const self = selfOf(me.person, t);
  const toggle = (): void =>
    setGoalField(doc, step.id, 'status', state === 'done' ? 'offen' : 'erledigt', ORIGIN.list);
  return (
    <StepRow
      number={step.number}
      state={state}
      plain={step.sentence}
      mine={isMine(step, me.person?.id)}
      onToggle={writable ? toggle : undefined}
      sentence={
        <button type="button" className={styles['stepOpen']} onClick={() => onOpen(step.id)}>
          <Sentence goal={step} />
        </button>
      }
      meta={<InBoth parts={whoAndWhen({ t, locale, persons, self }, step)} />}
    />
  );
}

/** The words of a goal, and who else writes them right now. */
export function Sentence({ goal }: { goal: Goal }) {
  const t = useT();
  const { locale } = useLanguage();
  const editors = useEditors().get(goal.id) ?? [];
  return (
    <>
      <span data-testid="goal-words" {...ofPlan(goal.sentence)}>
        {goal.sentence || t('outline.empty_sentence')}
      </span>
      {editors.length === 0 ? null : (
        <span className={styles['writing']}>
          {t('outline.writes', {
            count: editors.length,
            names: formatList(
              editors.map(({ name }) => name),
              locale,
            ),
          })}
        </span>
      )}
    </>
  );
}
