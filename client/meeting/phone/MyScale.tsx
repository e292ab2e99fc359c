import { useEffect, useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { flatten, type Goal, setScale } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, useLanguage, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { ActionCard } from '../../plan/cards/ActionCard.tsx';
import { ScaleLegend, ScalePicker } from '../../plan/fields/ScalePicker.tsx';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Eye } from '../../ui/icons.ts';
import { PreviousNext } from '../desk/PreviousNext.tsx';
import { useGoalInFocus } from '../focus-goal.ts';
import styles from './Phone.module.css';

/** "Wo stehst du gerade bei diesem Ziel?": one's own number, which all see at once. */
export function MyScale() {
  const t = useT();
  const { goals } = usePlan();
  const focus = useGoalInFocus();
  const [chosen, setChosen] = useState<{ focus: string | null; id: string } | null>(null);
  const action = flatten(goals).filter(({ level }) => level === 'handlungsziel');
  // The talk leads; who looks at another goal comes back when the talk goes on.
  const own = chosen?.focus === (focus?.id ?? null) ? chosen.id : null;
  const goal = action.find(({ id }) => id === own) ?? focus ?? action[0];
  if (!goal) {
    return (
      <div className={styles['calmPage']}>
        <h2 className={styles['question']}>{t('table.now.listen')}</h2>
      </div>
    );
  }
  const at = action.findIndex(({ id }) => id === goal.id);
  return (
    <>
      <ScaleOf key={goal.id} goal={goal} />
      {action.length > 1 ? (
        <nav className={styles['others']} aria-label={t('table.now.other_goals')}>
          <PreviousNext
            items={action}
            at={at}
            onGo={({ id }) => setChosen({ focus: focus?.id ?? null, id })}
            previous={t('table.now.goal_before')}
            next={t('table.now.goal_after')}
            testId="my-scale"
          />
        </nav>
      ) : null}
    </>
  );
}

function ScaleOf({ goal }: { goal: Goal }) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { me, meeting, participants: seats } = useView();
  const canWrite = useWritable('goals') && me.person !== null;
  const settled = useSettled();
  const leader = seats.find(({ role }) => leads(role))?.person;
  const mine = me.person ? (goal.scales[me.person.id] ?? null) : null;
  const before = me.person ? (goal.before?.scales[me.person.id] ?? null) : null;
  return (
    <>
      {leads(me.role) ? null : (
        <p className={styles['asks']}>
          {leader ? <Avatar person={leader} size="small" /> : null}
          {t('table.now.asks', { name: leader?.name ?? meeting.facilitator.name })}
        </p>
      )}
      <h2 className={styles['question']}>{t('table.now.scale')}</h2>
      <ActionCard number={goal.number} sentence={<span dir="auto">{goal.sentence}</span>} density="fold" />
      {canWrite && me.person ? (
        <div className={styles['scale']}>
          <p className={styles['ends']}>
            <span>
              <b>0</b> {t('table.now.scale_0')}
            </span>
            <span>
              <b>10</b> {t('table.now.scale_10')}
            </span>
          </p>
          <ScalePicker
            label={t('table.now.scale')}
            value={mine}
            before={before}
            target={goal.target}
            disabled={!settled}
            onChange={(value) => setScale(doc, goal.id, me.person?.id ?? '', value, ORIGIN.list)}
            testId="my-scale"
          />
          <ScaleLegend
            before={
              before === null || !goal.before
                ? null
                : t('table.now.number_then', { day: formatDay(goal.before.date, locale) })
            }
            target={goal.target !== null}
          />
          <p className={styles['seen']}>
            <Eye />
            {t('table.now.number_seen')}
          </p>
          {mine === null ? null : (
            <div className={styles['given']} role="status">
              {t('table.now.my_number', { value: mine })}
              <Button
                size="small"
                variant="ghost"
                onClick={() => setScale(doc, goal.id, me.person?.id ?? '', null, ORIGIN.list)}
                data-testid="my-scale-clear"
              >
                {t('table.now.take_back')}
              </Button>
            </div>
          )}
        </div>
      ) : null}
    </>
  );
}

const SETTLE_MS = 400;

/** A goal that has just come up takes no number yet: the finger may have meant the one before. */
function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), SETTLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
