import { CalendarDate, parseDate } from '@internationalized/date';
import { type RefObject, useId, useRef, useState } from 'react';
import {
  DateField,
  DateInput,
  DateSegment,
  type DateValue,
  I18nProvider,
  Label,
} from 'react-aria-components';
import { isPlausibleDay } from '#shared/domain/plausible-day.ts';
import { useLanguage, useT } from '../../app/context.ts';
import { formatDay } from '../../app/format.ts';
import { cx } from '../../ui/cx.ts';
import styles from './DayField.module.css';
import { type DayProblem, KeptParts, problemOf } from './day-parts.ts';
import type { KeptFieldProps } from './field-props.ts';
import fields from './fields.module.css';
import { useDraft } from './useDraft.ts';
import { useReplaced } from './useReplaced.ts';

/** What stands in the field while somebody is in it, or has left something that is no day there can be. */
interface Draft {
  day: CalendarDate | null;
  /** What is said of it; null while somebody is in the field. */
  problem: DayProblem;
}

/**
 * A day, written in the order and with the signs of the person's language. Only a whole day that there
 * can be is written; until then everybody's day stays what it was, a sentence says why, and what stands
 * there is kept. The day is taken away by erasing all of it, never by erasing a part.
 */
export function DayField(props: KeptFieldProps<string>) {
  const { label, disabled, error = null, testId, className } = props;
  const t = useT();
  const { locale } = useLanguage();
  const about = useId();
  const field = useRef<HTMLDivElement>(null);
  const { shown, problem, parts, ...acts } = useDay(props, field);
  const wrong = problem
    ? t(problem === 'impossible' ? 'field.date_impossible' : 'field.date_problem')
    : error;
  return (
    <I18nProvider locale={locale}>
      <DateField
        ref={field}
        className={fields['field'] ?? ''}
        value={shown}
        {...acts}
        isDisabled={disabled ?? false}
        isInvalid={wrong !== null}
        shouldForceLeadingZeros
        {...(wrong ? { 'aria-describedby': about } : {})}
      >
        <KeptParts {...parts} />
        <Label className={fields['label'] ?? ''}>{label}</Label>
        <DateInput className={cx(fields['control'], styles['input'], className) ?? ''} data-testid={testId}>
          {(segment) => <DateSegment segment={segment} className={styles['segment'] ?? ''} />}
        </DateInput>
        {wrong ? (
          <p id={about} role="alert" className={fields['problem']}>
            {wrong}
          </p>
        ) : null}
      </DateField>
    </I18nProvider>
  );
}

/** What stands in the field, and what becomes of it. */
function useDay(
  { name, label, value, onChange: write, onLeave }: KeptFieldProps<string>,
  field: RefObject<HTMLElement | null>,
) {
  const { locale } = useLanguage();
  const [kept, keep] = useDraft(name);
  const [draft, setDraft] = useState<Draft | null>(
    kept === '' ? null : { day: null, problem: problemOf(kept) },
  );
  // The library makes 28 February of a 31st while the field is left; nobody has said that.
  const wasMended = useRef(false);
  const [again, setAgain] = useState(0);
  const isPuttingBack = useRef(false);
  const replaced = useReplaced(value, label);
  const shown = draft ? draft.day : dayIn(value);
  const problem = draft?.problem ?? null;
  const isWithin = (): boolean => field.current?.contains(document.activeElement) ?? false;
  const take = (day: CalendarDate | null): void => {
    setDraft({ day, problem: null });
    const written = day?.toString() ?? null;
    if ((written === null || isPlausibleDay(written)) && written !== value) {
      write(written);
      replaced.wrote(written, written === null ? '' : formatDay(written, locale, 'short'));
    }
  };
  return {
    shown,
    problem,
    parts: {
      kept,
      again,
      isPuttingBack,
      onStands(words: string, isErased: boolean): void {
        // The library tells of it only where there was a whole day before.
        if (isErased && kept !== '' && isWithin()) {
          take(null);
        }
        keep(words);
      },
    },
    onChange(next: DateValue | null): void {
      const day = next && new CalendarDate(next.year, next.month, next.day);
      if (isPuttingBack.current) {
        setDraft({ day, problem });
      } else if (isWithin()) {
        take(day);
      } else {
        wasMended.current = true;
      }
    },
    onFocus: (): void =>
      setDraft((still) => ({ day: still ? still.day : dayIn(value), problem: still?.problem ?? null })),
    onBlur(): void {
      if (wasMended.current) {
        setAgain(again + 1);
      }
      setDraft(kept === '' ? null : { day: wasMended.current ? null : shown, problem: problemOf(kept) });
      wasMended.current = false;
      replaced.left();
      onLeave?.();
    },
  };
}

/** A stored day; what the calendar does not know is shown as none. */
function dayIn(value: string | null): CalendarDate | null {
  try {
    return value === null ? null : parseDate(value);
  } catch {
    return null;
  }
}
