import { type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { type Goal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useLanguage, useT, useView, useWritable } from '../../../app/context.ts';
import { formatDay } from '../../../app/format.ts';
import { ActionCard } from '../../../plan/cards/ActionCard.tsx';
import { ScaleLegend, ScalePicker } from '../../../plan/fields/ScalePicker.tsx';
import { goalLabel } from '../../../plan/words/goals.ts';
import { personOf } from '../../../plan/words/people.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Eye } from '../../../ui/icons.ts';
import { ofPlan } from '../../../ui/text/of-plan.ts';
import phone from '../Phone.module.css';
import { Asks } from './Asks.tsx';
import styles from './Now.module.css';

export interface ScaleOfGoalProps {
  goal: Goal;
  /** The talk brought it here, not the person. */
  isBrought: boolean;
  /** Whether the goal that stood here before took the focus with it. */
  hadFocus: RefObject<boolean>;
}

/** One goal, and one's own number for it where one may give one. */
export function ScaleOfGoal({ goal, isBrought, hadFocus }: ScaleOfGoalProps) {
  const t = useT();
  const { me } = useView();
  const writable = useWritable('goals');
  return (
    <>
      <Asks />
      <h2 className={phone['question']}>{t('table.now.scale')}</h2>
      <NamedCard goal={goal} hadFocus={hadFocus} />
      {writable && me.person ? (
        <OwnNumber goal={goal} personId={me.person.id} isBrought={isBrought} hadFocus={hadFocus} />
      ) : null}
    </>
  );
}

/** The card of the goal. Who was giving a number when the talk went on to it hears which goal it is now. */
function NamedCard({ goal, hadFocus }: Omit<ScaleOfGoalProps, 'isBrought'>) {
  const t = useT();
  const id = useId();
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (hadFocus.current) {
      hadFocus.current = false;
      card.current?.focus({ preventScroll: true });
    }
  }, [hadFocus]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it takes the focus as one thing, and is no group of fields.
    <div
      ref={card}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}-label ${id}-words`}
      className={styles['named']}
    >
      <span id={`${id}-label`} hidden>{`${goalLabel({ t }, goal)}:`}</span>
      <ActionCard
        number={goal.number}
        sentence={
          <span id={`${id}-words`} {...ofPlan(goal.sentence)}>
            {goal.sentence}
          </span>
        }
        density="fold"
      />
    </div>
  );
}

interface NumberProps {
  goal: Goal;
  personId: string;
}

function OwnNumber({ goal, personId, isBrought, hadFocus }: NumberProps & ScaleOfGoalProps) {
  const t = useT();
  const scale = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const at = scale.current;
    return () => {
      hadFocus.current = at?.contains(document.activeElement) ?? false;
    };
  }, [hadFocus]);
  const doc = useDoc();
  const settled = useSettled(isBrought);
  const before = goal.before?.scales[personId] ?? null;
  return (
    <div ref={scale} className={styles['scale']}>
      <Ends />
      <ScalePicker
        label={t('table.now.scale')}
        value={goal.scales[personId] ?? null}
        before={before}
        target={goal.target}
        disabled={!settled}
        onChange={(value) => setScale(doc, goal.id, personId, value, ORIGIN.list)}
        testId="my-scale"
      />
      <Legend goal={goal} personId={personId} known={before !== null} />
      <p className={phone['seen']}>
        <Eye />
        {t('table.now.number_seen')}
      </p>
      <Given goal={goal} personId={personId} />
    </div>
  );
}

function Ends() {
  const t = useT();
  return (
    <p className={styles['ends']}>
      <span>
        <b>0</b> {t('table.now.scale_0')}
      </span>
      <span>
        <b>10</b> {t('table.now.scale_10')}
      </span>
    </p>
  );
}

function Legend({ goal, personId, known }: NumberProps & { known: boolean }) {
  const t = useT();
  const { locale } = useLanguage();
  const { before } = goal;
  const isOlder = before?.older?.includes(personId) ?? false;
  const words =
    before &&
    (isOlder
      ? t('table.now.number_earlier')
      : t('table.now.number_then', { day: formatDay(before.date, locale) }));
  const then = known ? words : null;
  return <ScaleLegend before={then} target={goal.target !== null} />;
}

/** The number as it was understood, and a way to take it back. */
function Given({ goal, personId }: NumberProps) {
  const t = useT();
  const doc = useDoc();
  const { persons } = useView();
  const value = goal.scales[personId] ?? null;
  const by = personOf({ persons }, goal.scalesBy[personId])?.name;
  return value === null ? null : (
    <div className={styles['given']} role="status">
      {by ? t('table.now.number_entered', { by, value }) : t('table.now.my_number', { value })}
      <Button
        size="small"
        variant="ghost"
        onClick={() => setScale(doc, goal.id, personId, null, ORIGIN.list)}
        data-testid="my-scale-clear"
      >
        {t('table.now.take_back')}
      </Button>
    </div>
  );
}

const SETTLE_MS = 400;

/** A goal that the talk has just brought takes no number yet: the finger may have meant the one before. */
function useSettled(isBrought: boolean): boolean {
  const [settled, setSettled] = useState(!isBrought);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
