import { useState } from 'react';
import { flatten, type Goal, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useLanguage, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { ActionCard } from '../../plan/cards/ActionCard.tsx';
import { DirectionCard } from '../../plan/cards/DirectionCard.tsx';
import { StepRow, StepSheet } from '../../plan/cards/Steps.tsx';
import { AddGoal } from '../../plan/list/AddGoal.tsx';
import { GoalDetails } from '../../plan/list/details/GoalDetails.tsx';
import { useEditors } from '../../plan/list/presence.ts';
import { scaleValues } from '../../plan/words/scale.ts';
import { isOpenStep, stepState, whoAndWhen } from '../../plan/words/steps.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { useGoalInFocus } from '../focus-goal.ts';
import styles from './Phone.module.css';

/** The goals as nested cards, the same numbers as on the big screen. A tap opens a card. */
export function PhoneGoals() {
  const t = useT();
  const { goals, leitziel } = usePlan();
  const { me } = useView();
  const writable = useWritable('goals');
  const [filter, setFilter] = useState<'all' | 'mine'>('all');
  const [open, setOpen] = useState<string | null>(null);
  const mine = flatten(goals).filter((goal) => isMine(goal, me.person?.id) && isOpenStep(goal));
  if (open !== null) {
    return (
      <div className={styles['card']} ref={fromTheTop}>
        <GoalDetails key={open} id={open} onBack={() => setOpen(null)} />
      </div>
    );
  }
  return (
    <div className={styles['goals']} data-testid="phone-goals">
      {me.person ? (
        <Segmented
          wide
          label={t('table.goals_shown')}
          value={filter}
          onChange={setFilter}
          options={[
            { value: 'all', label: t('table.goals_all') },
            { value: 'mine', label: t('table.goals_mine'), count: mine.length },
          ]}
        />
      ) : null}
      {filter === 'mine' ? (
        <MySteps steps={mine} onOpen={setOpen} />
      ) : (
        <>
          {leitziel === '' ? null : (
            <p className={styles['leitziel']}>
              <span>{t('code.goalLevel.leitziel')}</span> {leitziel}
            </p>
          )}
          {goals.map((goal) => (
            <Branch key={goal.id} goal={goal} onOpen={setOpen} />
          ))}
          {goals.length === 0 ? <p className={styles['calm']}>{t('outline.empty')}</p> : null}
          {writable ? (
            <div className={styles['adder']}>
              <AddGoal selected={null} onAdded={setOpen} />
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

/** A card that opens is read from its top. */
function fromTheTop(element: HTMLElement | null): void {
  element?.closest('main')?.scrollTo(0, 0);
}

/** Whose step: the one who does it, or helps with it. */
function isMine(goal: Goal, personId: string | undefined): boolean {
  return (
    goal.level === 'handlungsschritt' &&
    personId !== undefined &&
    (goal.responsible === personId || goal.supporters.includes(personId))
  );
}

interface PartProps {
  goal: Goal;
  onOpen(id: string): void;
}

function Branch({ goal, onOpen }: PartProps) {
  return (
    <section className={styles['branch']}>
      <OpenCard goal={goal} onOpen={onOpen}>
        <DirectionCard number={goal.number} sentence={<Sentence goal={goal} />} />
      </OpenCard>
      <div className={styles['nest']}>
        {goal.children.map((child) => (
          <Action key={child.id} goal={child} onOpen={onOpen} />
        ))}
      </div>
    </section>
  );
}

function Action({ goal, onOpen }: PartProps) {
  const { persons, me } = useView();
  const t = useT();
  const focus = useGoalInFocus();
  const scales = scaleValues({ persons }, goal);
  const own = scales.find(({ name }) => name === me.person?.name);
  return (
    <div className={styles['action']}>
      <OpenCard goal={goal} onOpen={onOpen}>
        <ActionCard
          shortLabel
          number={goal.number}
          sentence={<Sentence goal={goal} />}
          density="fold"
          now={focus?.id === goal.id}
          scales={own ? [{ ...own, initials: t('table.you') }] : scales.slice(0, 2)}
        />
      </OpenCard>
      {goal.children.length === 0 ? null : (
        <StepSheet>
          {goal.children.map((step) => (
            <Step key={step.id} step={step} onOpen={onOpen} />
          ))}
        </StepSheet>
      )}
    </div>
  );
}

function Sentence({ goal }: { goal: Goal }) {
  const t = useT();
  const editors = useEditors().get(goal.id) ?? [];
  return (
    <>
      <span dir="auto">{goal.sentence || t('outline.empty_sentence')}</span>
      {editors.length === 0 ? null : (
        <span className={styles['writing']}>
          {t('outline.writes', { count: editors.length, names: editors.map(({ name }) => name).join(', ') })}
        </span>
      )}
    </>
  );
}

/** A card that opens by a tap; the button lies over it, so that the card keeps its own reading order. */
function OpenCard({ goal, onOpen, children }: PartProps & { children: React.ReactNode }) {
  const t = useT();
  return (
    <div className={styles['opens']}>
      {children}
      <button
        type="button"
        className={styles['over']}
        onClick={() => onOpen(goal.id)}
        aria-label={t('table.open_goal', { goal: t(`outline.level.${goal.level}`, { number: goal.number }) })}
        data-testid={`open-${goal.number}`}
      />
    </div>
  );
}

function Step({ step, onOpen }: { step: Goal; onOpen(id: string): void }) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { persons, me } = useView();
  const writable = useWritable('goals');
  const state = stepState(step);
  const self = me.person
    ? { id: me.person.id, who: t('table.you'), withWhom: t('table.you_with') }
    : undefined;
  return (
    <StepRow
      number={step.number}
      state={state}
      plain={step.sentence}
      mine={isMine(step, me.person?.id)}
      onToggle={
        writable
          ? () => setGoalField(doc, step.id, 'status', state === 'done' ? 'offen' : 'erledigt', ORIGIN.list)
          : undefined
      }
      sentence={
        <button type="button" className={styles['stepOpen']} onClick={() => onOpen(step.id)}>
          <Sentence goal={step} />
        </button>
      }
      meta={whoAndWhen({ t, locale, persons, self }, step)}
    />
  );
}

function MySteps({ steps, onOpen }: { steps: readonly Goal[]; onOpen(id: string): void }) {
  const t = useT();
  return steps.length === 0 ? (
    <p className={styles['calm']}>{t('table.no_steps')}</p>
  ) : (
    <StepSheet>
      {steps.map((step) => (
        <Step key={step.id} step={step} onOpen={onOpen} />
      ))}
    </StepSheet>
  );
}
