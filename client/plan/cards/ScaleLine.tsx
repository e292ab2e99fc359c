import type { Translate } from '#shared/i18n/translate.ts';
import { useT } from '../../app/context.ts';
import { cx } from '../../ui/cx.ts';
import { ArrowRight } from '../../ui/icons.ts';
import { type ScaleValue, spokenScale, spokenValue } from '../words/scale.ts';
import styles from './ScaleLine.module.css';
import { groupsNow, rowsOf, type ScaleGroup, valuesBefore } from './scale.ts';

export interface ScaleLineProps {
  values: readonly ScaleValue[];
  target: number | null;
}

const WIDTH = 240;
const ROW = 17;
const MARKS = Array.from({ length: 11 }, (_, value) => value);

function at(value: number): number {
  return 12.5 + 21.5 * value;
}

/** One line, eleven dots: hollow is last time, filled is today with initials above, the square is the goal. */
export function ScaleLine({ values, target }: ScaleLineProps) {
  const t = useT();
  const groups = groupsNow(values);
  const rows = rowsOf(groups.map(({ value, initials }) => ({ x: at(value), width: initials.length * 8.4 })));
  // Where nobody has said a number of today there are no initials above the line.
  const y = groups.length === 0 ? 15 : 30 + ROW * Math.max(0, ...rows);
  const height = y + 32;
  return (
    <svg
      // Words in a picture are gone when a page translator puts something around them.
      className={cx(styles['scale'], 'notranslate')}
      viewBox={`0 0 ${WIDTH} ${height}`}
      role="img"
      aria-label={spokenScale(t, values, target)}
    >
      <line x1={at(0)} x2={at(10)} y1={y} y2={y} stroke="currentColor" strokeOpacity=".3" strokeWidth="2" />
      {MARKS.map((value) => (
        <circle key={value} cx={at(value)} cy={y} r="2.6" fill="currentColor" fillOpacity=".55" />
      ))}
      {target === null ? null : (
        <Target value={target} y={y} reached={groups.some((group) => group.value === target)} />
      )}
      <Before values={values} y={y} />
      {groups.map((group, index) => (
        <Now key={group.value} group={group} y={y} row={rows[index] ?? 0} />
      ))}
      <Below values={values} target={target} y={y} t={t} />
    </svg>
  );
}

/** The goal; wide enough to be seen round a value that has reached it. */
function Target({ value, y, reached }: { value: number; y: number; reached: boolean }) {
  const half = reached ? 14 : 10.5;
  return (
    <g>
      <rect
        x={at(value) - half}
        y={y - half}
        width={2 * half}
        height={2 * half}
        rx={reached ? 5 : 4}
        fill="var(--card-fill, var(--hz))"
        stroke="currentColor"
        strokeWidth="1.6"
      />
      {reached ? null : <Figure x={at(value)} y={y} value={value} fill="currentColor" weight={650} />}
    </g>
  );
}

function Before({ values, y }: { values: readonly ScaleValue[]; y: number }) {
  const before = valuesBefore(values);
  return (
    <g stroke="currentColor">
      {values.map((value) =>
        value.before === null || value.now === null || value.before === value.now ? null : (
          <line key={value.initials} x1={at(value.before)} x2={at(value.now)} y1={y} y2={y} strokeWidth="3" />
        ),
      )}
      {before.map((value) => (
        <circle key={value} cx={at(value)} cy={y} r="6" fill="var(--card-fill, var(--hz))" strokeWidth="2" />
      ))}
    </g>
  );
}

function Now({ group, y, row }: { group: ScaleGroup; y: number; row: number }) {
  const x = at(group.value);
  return (
    <g>
      {row === 0 ? null : (
        <line x1={x} x2={x} y1={y - 12} y2={y - 14 - ROW * row} stroke="currentColor" strokeOpacity=".45" />
      )}
      <circle cx={x} cy={y} r="10.5" fill="currentColor" />
      <Figure x={x} y={y} value={group.value} fill="var(--card-fill, var(--hz))" weight={700} />
      <text
        x={x}
        y={y - 16.5 - ROW * row}
        textAnchor="middle"
        fontSize="15"
        fontWeight="600"
        fill="currentColor"
      >
        {group.initials}
      </text>
    </g>
  );
}

function Figure({
  x,
  y,
  value,
  fill,
  weight,
}: {
  x: number;
  y: number;
  value: number;
  fill: string;
  weight: number;
}) {
  return (
    <text x={x} y={y + 4.9} textAnchor="middle" fontSize="14" fontWeight={weight} fill={fill}>
      {value}
    </text>
  );
}

/** The words under the line; where they would touch, the goal's word moves aside. */
function Below({ values, target, y, t }: ScaleLineProps & { y: number; t: Translate }) {
  const before = valuesBefore(values);
  const first = before[0];
  const last = before.at(-1);
  const then = first === undefined || last === undefined ? null : (at(first) + at(last)) / 2;
  const apart = 48;
  const goal = target === null ? null : asideOf(at(target), then, apart);
  return (
    <g textAnchor="middle" fontSize="15" fontWeight="500" fill="currentColor">
      {then === null ? null : (
        <text x={Math.max(28, then)} y={y + 27.5}>
          {t('ui.scale.before')}
        </text>
      )}
      {goal === null ? null : (
        <text x={goal} y={y + 27.5}>
          {t('ui.scale.target')}
        </text>
      )}
    </g>
  );
}

/** Where a word can stand so that it does not touch the other one. */
function asideOf(x: number, other: number | null, apart: number): number {
  if (other === null || Math.abs(x - other) >= apart) {
    return x;
  }
  return x < other && other - apart > 16 ? other - apart : other + apart;
}

/** Today's values in letters, for the label row: "We 3 → 5 | Le 4 → 6". */
export function ScaleLetters({ values }: { values: readonly ScaleValue[] }) {
  const t = useT();
  return (
    <span className={styles['letters']}>
      {values.map((value) => {
        const { initials, before, now } = value;
        return before === null && now === null ? null : (
          <span key={initials} role="img" aria-label={spokenValue(t, value)}>
            {initials} {now === null ? `${t('ui.scale.before')} ${before}` : before}
            {before !== null && now !== null ? <ArrowRight className={styles['way']} /> : null}
            {now}
          </span>
        );
      })}
    </span>
  );
}
