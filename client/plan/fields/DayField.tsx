import { CalendarDate, parseDate } from '@internationalized/date';
import { type FocusEvent, useId, useRef, useState } from 'react';
import { DateField, DateInput, DateSegment, I18nProvider, Label } from 'react-aria-components';
import { isPlausibleDay } from '#shared/domain/plausible-day.ts';
import { useLanguage, useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import styles from './DayField.module.css';
import type { FieldProps } from './field-props.ts';
import fields from './fields.module.css';

/** What stands in the field while somebody is in it, or has left something that is no day there can be. */
interface Draft {
  day: CalendarDate | null;
  /** What is said of it; null while somebody is in the field. */
  problem: 'part' | 'impossible' | null;
}

/**
 * A day, written in the order and with the signs of the person's language. Only a whole day that there
 * can be is written; until then everybody's day stays what it was, and a sentence says why. The day is
 * taken away by erasing all of it, never by erasing a part.
 */
export function DayField({
  label,
  value,
  onChange,
  onLeave,
  disabled,
  error = null,
  testId,
  className,
}: FieldProps<string>) {
  const t = useT();
  const { locale } = useLanguage();
  const about = useId();
  const field = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  // The library makes 28 February of a 31st while the field is left; nobody has said that.
  const wasMended = useRef(false);
  const shown = draft ? draft.day : dayIn(value);
  const problem = draft?.problem ?? null;
  const wrong = problem
    ? t(problem === 'impossible' ? 'field.date_impossible' : 'field.date_problem')
    : error;
  const take = (day: CalendarDate | null): void => {
    if (!field.current?.contains(document.activeElement)) {
      wasMended.current = true;
      return;
    }
    setDraft({ day, problem: null });
    const written = day?.toString() ?? null;
    if ((written === null || isPlausibleDay(written)) && written !== value) {
      onChange(written);
    }
  };
  const leave = ({ currentTarget }: FocusEvent<Element>): void => {
    const found = problemOf(currentTarget, shown, wasMended.current);
    wasMended.current = false;
    setDraft(found === null ? null : { day: shown, problem: found });
    onLeave?.();
  };
  return (
    <I18nProvider locale={locale}>
      <DateField
        ref={field}
        className={fields['field'] ?? ''}
        value={shown}
        onChange={(day) => take(day && new CalendarDate(day.year, day.month, day.day))}
        onFocus={() =>
          setDraft((still) => ({ day: still ? still.day : dayIn(value), problem: still?.problem ?? null }))
        }
        onBlur={leave}
        isDisabled={disabled ?? false}
        isInvalid={wrong !== null}
        shouldForceLeadingZeros
        {...(wrong ? { 'aria-describedby': about } : {})}
      >
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

/** What is wrong with what stands in the field when it is left. */
function problemOf(field: Element, day: CalendarDate | null, wasMended: boolean): Draft['problem'] {
  if (wasMended) {
    return 'impossible';
  }
  const segments = field.querySelectorAll('[role=spinbutton]').length;
  const empty = field.querySelectorAll('[role=spinbutton][data-placeholder]').length;
  if (empty > 0 && empty < segments) {
    return 'part';
  }
  return empty === 0 && day && !isPlausibleDay(day.toString()) ? 'impossible' : null;
}

/** A stored day; what the calendar does not know is shown as none. */
function dayIn(value: string | null): CalendarDate | null {
  try {
    return value === null ? null : parseDate(value);
  } catch {
    return null;
  }
}
