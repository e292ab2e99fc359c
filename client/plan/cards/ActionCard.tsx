import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import type { ScaleValue } from '../words/scale.ts';
import styles from './Card.module.css';
import { type Help, ResourceChip } from './ResourceChip.tsx';
import { ScaleLetters, ScaleLine } from './ScaleLine.tsx';
import { Sign } from './Sign.tsx';

/** How much a card shows: all rows, the needed ones, or label and sentence. */
export type Density = 'focus' | 'lean' | 'fold';

export type ActionCardProps = Omit<ComponentPropsWithRef<'article'>, 'children'> & {
  /** 1.1, 1.2 … */
  number: string;
  /** The sentence, or the field that holds it. */
  sentence: ReactNode;
  density?: Density | undefined;
  /** After the label: "angepasst", "soll so bleiben". */
  state?: string | undefined;
  /** Who cares for it and until when, below the sentence. */
  duty?: ReactNode;
  /** It is this goal's turn in the talk. */
  now?: boolean | undefined;
  /** Only the number in the label row, where the shape says the rest. */
  shortLabel?: boolean | undefined;
  scales?: readonly ScaleValue[] | undefined;
  target?: number | null | undefined;
  /** Who or what helps. */
  helps?: readonly Help[] | undefined;
  /** In focus: how many of them are named; the rest is a number. */
  mostHelps?: number | undefined;
  /** At the end of the chips: the empty place that asks "Was hilft noch?". */
  ask?: ReactNode;
  /** End of the last row. */
  end?: ReactNode;
  selected?: boolean | undefined;
  /** A branch that is not in focus. */
  calm?: boolean | undefined;
};

/** A Handlungsziel: strongly rounded; label row, sentence, chips, scale. */
export function ActionCard(props: ActionCardProps) {
  const { number, sentence, density = 'lean', state, now, shortLabel, scales = [], target = null } = props;
  const { duty, helps = [], mostHelps, ask, end, selected, calm, className, ...rest } = without(props);
  return (
    <article
      {...rest}
      className={cx(
        styles['card'],
        styles['goal'],
        selected && styles['selected'],
        calm && styles['calm'],
        className,
      )}
    >
      <ActionLabel
        number={number}
        state={state}
        now={now}
        shortLabel={shortLabel}
        scales={density === 'focus' ? [] : scales}
      />
      <div className={styles['sentence']}>{sentence}</div>
      {duty ? <p className={styles['duty']}>{duty}</p> : null}
      {density === 'focus' ? (
        <FocusRows scales={scales} target={target} helps={helps} most={mostHelps} ask={ask} end={end} />
      ) : null}
      {density === 'lean' ? <LeanRow helps={helps} ask={ask} end={end} /> : null}
    </article>
  );
}

/** What belongs to the element and to the rows, without what the label row takes. */
function without(props: ActionCardProps) {
  const { number, sentence, density, state, now, shortLabel, scales, target, ...rest } = props;
  return rest;
}

type LabelProps = Pick<ActionCardProps, 'number' | 'state' | 'now' | 'shortLabel'> & {
  scales: readonly ScaleValue[];
};

function ActionLabel({ number, state, now, shortLabel, scales }: LabelProps) {
  const t = useT();
  return (
    <div className={styles['label']}>
      <Sign kind="action" />
      <span>{shortLabel ? number : t('ui.card.action', { number })}</span>
      {now ? <span className={styles['now']}>{t('ui.card.now')}</span> : null}
      {state ? <span className={styles['state']}>{state}</span> : null}
      {scales.length === 0 ? null : (
        <span className={styles['end']}>
          <ScaleLetters values={scales} />
        </span>
      )}
    </div>
  );
}

interface RowProps {
  helps: readonly Help[];
  ask: ReactNode;
  end: ReactNode;
}

function FocusRows({
  scales,
  target,
  helps,
  most = helps.length,
  ask,
  end,
}: RowProps & { scales: readonly ScaleValue[]; target: number | null; most: number | undefined }) {
  const scaled = target !== null || scales.some((value) => value.before !== null || value.now !== null);
  return (
    <>
      {helps.length > 0 || ask ? (
        <div className={cx(styles['chips'], styles['chipsRow'])}>
          {helps.slice(0, most).map((help) => (
            <ResourceChip key={help.id} domain={help.domain} title={help.title} />
          ))}
          <More count={helps.length - most} />
          {ask}
        </div>
      ) : null}
      {scaled || end ? (
        <div className={cx(styles['last'], styles['withScale'])}>
          {scaled ? <ScaleLine values={scales} target={target} /> : <span />}
          {end}
        </div>
      ) : null}
    </>
  );
}

function LeanRow({ helps, ask, end }: RowProps) {
  const [first, ...others] = helps;
  if (!first && !ask && !end) {
    return null;
  }
  return (
    <div className={styles['last']}>
      <div className={styles['chips']}>
        {first ? <ResourceChip domain={first.domain} title={first.title} /> : null}
        <More count={others.length} />
        {first ? null : ask}
      </div>
      {end}
    </div>
  );
}

/** "+ 2": helps that are not named here. */
function More({ count }: { count: number }) {
  const t = useT();
  return count <= 0 ? null : (
    <span className={styles['more']} role="img" aria-label={t('ui.card.more', { count })}>
      + {count}
    </span>
  );
}
