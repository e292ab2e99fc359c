export interface PhaseRingProps {
  /** Part of the time that is left, 0 to 1. */
  left: number;
  size?: number;
}

/** The clock of a step as a ring that empties. Decoration; the minutes stand beside it in words. */
export function PhaseRing({ left, size = 32 }: PhaseRingProps) {
  const stroke = Math.max(4, Math.round(size / 7));
  const radius = (size - stroke) / 2;
  const around = 2 * Math.PI * radius;
  const part = Math.min(1, Math.max(0, left));
  return (
    <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <g fill="none" strokeWidth={stroke}>
        <circle cx={size / 2} cy={size / 2} r={radius} stroke="var(--line-soft)" />
        {part === 0 ? null : (
          <circle
            cx={size / 2}
            cy={size / 2}
            r={radius}
            stroke="var(--action)"
            strokeLinecap="round"
            strokeDasharray={`${part * around} ${2 * around}`}
            transform={`rotate(-90 ${size / 2} ${size / 2})`}
          />
        )}
      </g>
    </svg>
  );
}
