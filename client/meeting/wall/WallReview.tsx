import type { Goal } from '#shared/documents/plan/goals.ts';
import { formatDay } from '../../app/format.ts';
import { ScaleLine } from '../../plan/cards/ScaleLine.tsx';
import { scaleValues } from '../../plan/words/scale.ts';
import { countSteps } from '../../plan/words/steps.ts';
import type { Words } from '../../plan/words/words.ts';
import { cx } from '../../ui/cx.ts';
import { Check, CircleDashed } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { reviewAt, reviewed } from './review.ts';
import wall from './Wall.module.css';
import styles from './WallReview.module.css';
import spoken from './WallWords.module.css';

interface WallReviewProps {
  words: Words;
  focus: string | null;
}

/** One goal at a time: as it was, and as it is. */
export function WallReview({ words, focus }: WallReviewProps) {
  const { t, plan } = words;
  const goals = reviewed(plan.goals);
  const index = reviewAt(goals, focus);
  const goal = goals[index];
  return goal ? (
    <main className={styles['review']}>
      <p className={styles['position']}>
        {t('board.wall.review_of', { position: index + 1, size: goals.length })}
        <b>{t('board.wall.review_question')}</b>
      </p>
      <Then goal={goal} words={words} />
      <Today goal={goal} words={words} />
      <Trail goals={goals} at={index} words={words} />
    </main>
  ) : (
    <main className={spoken['words']}>
      <p className={cx(spoken['listening'], spoken['large'])}>{t('board.wall.no_review')}</p>
    </main>
  );
}

function Then({ goal, words: { t, locale } }: { goal: Goal; words: Words }) {
  const { before } = goal;
  return before ? (
    <section className={styles['then']}>
      <h2>{t('board.wall.then', { day: formatDay(before.date, locale, 'long') })}</h2>
      <p className={styles['sentence']} {...ofPlan(before.text)}>
        {before.text}
      </p>
      {before.dueDate ? (
        <p className={spoken['small']}>
          {t('board.until', { day: formatDay(before.dueDate, locale, 'long') })}
        </p>
      ) : null}
    </section>
  ) : null;
}

function Today({ goal, words }: { goal: Goal; words: Words }) {
  const { t } = words;
  const { result, text, obstacle } = goal.review;
  const reworded = goal.before !== null && goal.before.text !== goal.sentence;
  const scales = scaleValues(words, goal);
  const { open, done } = countSteps(goal);
  return (
    <section className={styles['now']}>
      <h2>{t('board.wall.today')}</h2>
      {result ? (
        <p className={styles['result']}>
          {result === 'erreicht' ? <Check /> : <CircleDashed />}
          {t(`code.goalStatus.${result}`)}
        </p>
      ) : (
        <p className={wall['quiet']}>{t('board.wall.not_discussed')}</p>
      )}
      {text === '' ? null : (
        <p className={wall['big']} {...ofPlan(text)}>
          {text}
        </p>
      )}
      {obstacle === '' ? null : (
        <p>
          <span className={spoken['small']}>{t('board.wall.obstacle')}: </span>
          <span {...ofPlan(obstacle)}>{obstacle}</span>
        </p>
      )}
      {open + done > 0 ? <p>{t('ui.steps', { open, done })}</p> : null}
      {scales.length > 0 ? <ScaleLine values={scales} target={goal.target} /> : null}
      {reworded ? (
        <div className={styles['reworded']}>
          <p className={spoken['small']}>{t('board.wall.new_wording')}</p>
          <p className={styles['sentence']} {...ofPlan(goal.sentence)}>
            {goal.sentence}
          </p>
        </div>
      ) : null}
    </section>
  );
}

/** The way through the goals, with what became of those already spoken about. */
function Trail({ goals, at, words: { t } }: { goals: readonly Goal[]; at: number; words: Words }) {
  return (
    <ol className={styles['trail']}>
      {goals.map(({ id, number, review }, index) => (
        <li key={id} aria-current={index === at ? 'step' : undefined}>
          <b>{number}</b>
          {review.result ? t(`code.goalStatus.${review.result}`) : t('board.wall.not_discussed')}
        </li>
      ))}
    </ol>
  );
}
