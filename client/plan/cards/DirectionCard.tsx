import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import styles from './Card.module.css';
import { Sign } from './Sign.tsx';

export type DirectionCardProps = Omit<ComponentPropsWithRef<'article'>, 'children'> & {
  /** 1, 2, 3 … */
  number: string;
  /** The sentence, or the field that holds it. */
  sentence: ReactNode;
  /** After the label: what became of it. */
  state?: string | undefined;
  selected?: boolean | undefined;
  /** A branch that is not in focus. */
  calm?: boolean | undefined;
  /** In a column under 240 px. */
  narrow?: boolean | undefined;
  /** Buttons at the end of the label row. */
  end?: ReactNode;
};

/** A Richtungsziel: square corners, thick bar, the biggest type. */
export function DirectionCard(props: DirectionCardProps) {
  const { number, sentence, state, selected, calm, narrow, end, className, ...rest } = props;
  const t = useT();
  return (
    <article
      {...rest}
      className={cx(
        styles['card'],
        styles['direction'],
        selected && styles['selected'],
        calm && styles['calm'],
        narrow && styles['narrow'],
        className,
      )}
    >
      <div className={styles['label']}>
        <Sign kind="direction" />
        <span>{t('ui.card.direction', { number })}</span>
        {state ? <span className={styles['state']}>{state}</span> : null}
        {end ? <span className={styles['end']}>{end}</span> : null}
      </div>
      <div className={styles['sentence']}>{sentence}</div>
    </article>
  );
}
