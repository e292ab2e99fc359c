import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { Avatar, type Drawn } from '../../ui/display/Avatar.tsx';
import { Check, ChevronDown } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import type { StepState } from '../words/steps.ts';
import styles from './Steps.module.css';

export interface StepBoxProps {
  state: StepState;
  /** Accessible name of the box: the step. Only with `onToggle`. */
  label?: string | undefined;
  onToggle?: (() => void) | undefined;
}

/** The box of a step. A press ticks it where one may write. */
function StepBox({ state, label, onToggle }: StepBoxProps) {
  const t = useT();
  const mark = (
    <span className={cx(styles['box'], styles[state])}>{state === 'done' ? <Check /> : null}</span>
  );
  if (!onToggle) {
    return (
      <span className={styles['boxPlace']} role="img" aria-label={t(`ui.step.${state}`)}>
        {mark}
      </span>
    );
  }
  return (
    <span className={cx(styles['boxPlace'], styles['boxButton'])}>
      <input
        type="checkbox"
        className={styles['boxInput']}
        // The name is the step's own words, so it is in the plan's language.
        {...ofPlan(label ?? '')}
        aria-label={label}
        checked={state === 'done'}
        onChange={onToggle}
        ref={(input) => {
          if (input) {
            input.indeterminate = state === 'partly';
          }
        }}
      />
      {mark}
    </span>
  );
}

/** The sheet of steps under one goal. */
export function StepSheet({ className, ...rest }: ComponentPropsWithRef<'ul'>) {
  return <ul {...rest} className={cx(styles['sheet'], className)} />;
}

export type StepRowProps = Omit<ComponentPropsWithRef<'li'>, 'children'> &
  Omit<StepBoxProps, 'label'> & {
    /** 1.1.1; for screen readers, the place tells the rest. */
    number: string;
    /** The sentence, or the field that holds it. */
    sentence: ReactNode;
    /** What the row is called, where it is named by `aria-labelledby`. */
    spoken?: ReactNode;
    /** The sentence as plain words, for the box. */
    plain?: string | undefined;
    /** Who does it. */
    person?: Drawn | null | undefined;
    /** "Frau Wegner, mit Leon · sonntags". */
    meta?: ReactNode;
    /** One line: the name stands at the end. */
    brief?: boolean | undefined;
    fresh?: boolean | undefined;
    /** My own step. */
    mine?: boolean | undefined;
    selected?: boolean | undefined;
  };

/** One step: box, sentence, below it person and time. */
export function StepRow(props: StepRowProps) {
  const {
    number,
    sentence,
    spoken,
    plain,
    person,
    meta,
    brief,
    fresh,
    mine,
    selected,
    state,
    onToggle,
    ...rest
  } = props;
  const t = useT();
  return (
    <li
      {...rest}
      className={cx(
        styles['row'],
        brief && styles['brief'],
        state === 'done' && styles['past'],
        fresh && styles['fresh'],
        mine && styles['mine'],
        selected && styles['chosen'],
        rest.className,
      )}
    >
      {spoken}
      <StepBox state={state} label={plain} onToggle={onToggle} />
      <div className={styles['words']}>
        <VisuallyHidden>{number} </VisuallyHidden>
        {sentence}
        {!brief && (meta || fresh) ? (
          <div className={styles['meta']}>
            {person ? <Avatar person={person} size="tiny" /> : null}
            <span>{meta}</span>
            {fresh ? <span className={styles['new']}>{t('ui.card.new')}</span> : null}
          </div>
        ) : null}
      </div>
      {brief && meta ? <span className={styles['who']}>{meta}</span> : null}
    </li>
  );
}

export interface StepSlipProps {
  open: number;
  done: number;
  /** Unfolds the steps; without it the slip is only read. */
  onOpen?: (() => void) | undefined;
}

/** Folded steps look out from under their goal: "2 Schritte offen, 1 geschafft". */
export function StepSlip({ open, done, onOpen }: StepSlipProps) {
  const t = useT();
  const words = (
    <>
      <ChevronDown />
      {t('ui.steps', { open, done })}
    </>
  );
  return onOpen ? (
    <button type="button" aria-expanded={false} className={styles['slip']} onClick={onOpen}>
      {words}
    </button>
  ) : (
    <p className={styles['slip']}>{words}</p>
  );
}
