import { type ReactNode, Suspense, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { type Goal, withoutEndedSteps } from '#shared/documents/plan/goals.ts';
import { useLanguage, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { useOpened } from '../../app/opened.ts';
import { part } from '../../app/part.tsx';
import { ActionCard } from '../../plan/cards/ActionCard.tsx';
import { DirectionCard } from '../../plan/cards/DirectionCard.tsx';
import { AddGoal } from '../../plan/list/AddGoal.tsx';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { useTakenAway } from '../../plan/list/useTakenAway.tsx';
import { stateWords } from '../../plan/words/goals.ts';
import { scaleValues } from '../../plan/words/scale.ts';
import { isOpenStep, whoAndWhen } from '../../plan/words/steps.ts';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { OpenGoal, openGoal } from './OpenGoal.tsx';
import phone from './Phone.module.css';
import styles from './PhoneGoals.module.css';
import { isMine, PhoneSteps, Sentence, selfOf } from './PhoneSteps.tsx';
import { useGoalInFocus } from './useGoalInFocus.ts';

/** Only for who leads. */
const Leitziel = part(() => import('../../plan/list/Leitziel.tsx').then(({ Leitziel }) => Leitziel));

type Filter = 'all' | 'mine';

/** The goals as nested cards, the same numbers as on the big screen. A tap opens a card. */
export function PhoneGoals() {
  const { goals } = usePlan();
  const { me } = useView();
  const [filter, setFilter] = useState<Filter>('all');
  const open = useOpened('goal');
  const [takenAway, setTaken] = useTakenAway('goals');
  const mine = withoutEndedSteps(goals).filter((goal) => isMine(goal, me.person?.id) && isOpenStep(goal));
  return open !== null ? (
    <OpenGoal id={open} onTaken={setTaken} />
  ) : (
    <div className={styles['goals']} data-testid="phone-goals">
      {takenAway}
      {me.person ? <FilterChoice value={filter} mine={mine.length} onChange={setFilter} /> : null}
      {filter === 'mine' ? <MySteps steps={mine} onOpen={openGoal} /> : <AllGoals onOpen={openGoal} />}
      <RemovedList of="goals" />
    </div>
  );
}

function FilterChoice(props: { value: Filter; mine: number; onChange(value: Filter): void }) {
  const t = useT();
  return (
    <Segmented
      wide
      label={t('table.goals_shown')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'all', label: t('table.goals_all') },
        { value: 'mine', label: t('table.goals_mine'), count: props.mine },
      ]}
    />
  );
}

function AllGoals({ onOpen }: { onOpen(id: string): void }) {
  const t = useT();
  const { goals } = usePlan();
  const { me } = useView();
  const writable = useWritable('goals');
  return (
    <>
      {leads(me.role) ? (
        <Suspense fallback={<WholeFamily />}>
          <Leitziel />
        </Suspense>
      ) : (
        <WholeFamily />
      )}
      {goals.map((goal) => (
        <Branch key={goal.id} goal={goal} onOpen={onOpen} />
      ))}
      {goals.length === 0 ? <p className={phone['calm']}>{t('outline.empty')}</p> : null}
      {writable ? (
        <div className={phone['adder']}>
          <AddGoal selected={null} onAdded={onOpen} />
        </div>
      ) : null}
    </>
  );
}

/** The sentence for the whole family, as it is read. */
function WholeFamily() {
  const t = useT();
  const { leitziel } = usePlan();
  return leitziel === '' ? null : (
    <p className={styles['leitziel']}>
      <span>{t('code.goalLevel.leitziel')}</span> <b {...ofPlan(leitziel)}>{leitziel}</b>
    </p>
  );
}

interface PartProps {
  goal: Goal;
  onOpen(id: string): void;
}

function Branch({ goal, onOpen }: PartProps) {
  const t = useT();
  return (
    <section>
      <OpenCard goal={goal} onOpen={onOpen}>
        <DirectionCard
          number={goal.number}
          sentence={<Sentence goal={goal} />}
          state={stateWords({ t }, goal) || undefined}
        />
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
  const { locale } = useLanguage();
  const focus = useGoalInFocus();
  const scales = scaleValues({ persons }, goal);
  const duty = whoAndWhen({ t, locale, persons, self: selfOf(me.person, t) }, goal);
  const own = scales.find(({ name }) => name === me.person?.name);
  return (
    <div className={styles['action']}>
      <OpenCard goal={goal} onOpen={onOpen}>
        <ActionCard
          shortLabel
          number={goal.number}
          sentence={<Sentence goal={goal} />}
          density="fold"
          state={stateWords({ t }, goal) || undefined}
          duty={duty.length === 0 ? null : <InBoth parts={duty} />}
          now={focus?.id === goal.id}
          scales={own ? [{ ...own, initials: t('table.you') }] : scales.slice(0, 2)}
        />
      </OpenCard>
      {goal.children.length === 0 ? null : <PhoneSteps steps={goal.children} onOpen={onOpen} />}
    </div>
  );
}

/** A card that opens by a tap; the button lies over it, so that the card keeps its own reading order. */
function OpenCard({ goal, onOpen, children }: PartProps & { children: ReactNode }) {
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

function MySteps({ steps, onOpen }: { steps: readonly Goal[]; onOpen(id: string): void }) {
  const t = useT();
  return steps.length === 0 ? (
    <p className={phone['calm']}>{t('table.no_steps')}</p>
  ) : (
    <PhoneSteps steps={steps} onOpen={onOpen} />
  );
}
