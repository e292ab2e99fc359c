import { cx } from '../cx.ts';
import { type Drawn, hueColour } from './Avatar.tsx';
import styles from './RoundTable.module.css';

export interface RoundTableSeat extends Drawn {
  id: string;
  /** Expected, but not here yet: a dashed ring. */
  waiting?: boolean;
}

export interface RoundTableProps {
  /** Who sits there, in order round the table. Empty seats are circles without a name. */
  seats: readonly (RoundTableSeat | null)[];
  /** Accessible name; without it the picture is decoration. */
  label?: string;
}

const WIDTH = 342;
const HEIGHT = 190;
/** Places as they were drawn for seven; other numbers stand evenly on the same oval. */
const SEVEN: readonly (readonly [number, number])[] = [
  [171, 26],
  [272, 56],
  [300, 112],
  [236, 164],
  [106, 164],
  [42, 112],
  [70, 56],
];

function places(count: number): readonly (readonly [number, number])[] {
  if (count === SEVEN.length) {
    return SEVEN;
  }
  return Array.from({ length: count }, (_, index) => {
    const angle = (index / count) * 2 * Math.PI - Math.PI / 2;
    return [WIDTH / 2 + 129 * Math.cos(angle), 98 + 72 * Math.sin(angle)] as const;
  });
}

/** The picture of the product: people round a table with a goal, a card and a note on it. */
export function RoundTable({ seats, label }: RoundTableProps) {
  const at = places(seats.length);
  return (
    <svg
      // Words in a picture are gone when a page translator puts something around them.
      className={cx(styles['table'], 'notranslate')}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role={label === undefined ? undefined : 'img'}
      aria-label={label}
      aria-hidden={label === undefined ? true : undefined}
    >
      <ellipse
        cx="171"
        cy="104"
        rx="112"
        ry="56"
        fill="var(--surface)"
        stroke="var(--line-soft)"
        strokeWidth="2"
      />
      <g strokeWidth="1.5">
        <rect
          x="116"
          y="86"
          width="46"
          height="30"
          rx="6"
          fill="var(--rz)"
          stroke="var(--rz-e)"
          transform="rotate(-6 139 101)"
        />
        <rect
          x="172"
          y="78"
          width="52"
          height="26"
          rx="13"
          fill="var(--hz)"
          stroke="var(--hz-e)"
          transform="rotate(4 198 91)"
        />
        <path d="M184 112h28v22h-34v-16z" fill="var(--nt)" stroke="var(--nt-e)" />
      </g>
      {seats.map((seat, index) => {
        const [x, y] = at[index] ?? [0, 0];
        // Empty seats have no name; their place is what they are.
        return <Seat key={seat?.id ?? `empty-${x}-${y}`} seat={seat} x={x} y={y} />;
      })}
    </svg>
  );
}

function Seat({ seat, x, y }: { seat: RoundTableSeat | null; x: number; y: number }) {
  const colour = seat?.waiting ? 'var(--action)' : seat ? hueColour(seat.hue) : 'var(--wire)';
  return (
    <g style={{ color: colour }}>
      <circle cx={x} cy={y} r="19" fill="var(--bg)" />
      {seat?.waiting ? (
        <circle
          cx={x}
          cy={y}
          r="20"
          fill="var(--bg)"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeDasharray="5 5"
        />
      ) : (
        <circle
          cx={x}
          cy={y}
          r="19"
          fill="currentColor"
          fillOpacity=".13"
          stroke="currentColor"
          strokeOpacity=".6"
          strokeWidth="1.5"
        />
      )}
      {seat ? (
        <text x={x} y={y + 5} textAnchor="middle" fontSize="14" fontWeight="700" fill="currentColor">
          {seat.initials}
        </text>
      ) : null}
    </g>
  );
}
