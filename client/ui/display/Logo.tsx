/** The sign of the product: a table with three places, one of them lit. Decoration; the name stands beside it. */
export function Logo({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <circle cx="14" cy="14" r="6.2" fill="none" stroke="currentColor" strokeWidth="2.4" />
      <circle cx="14" cy="3" r="2.6" fill="var(--action)" />
      <circle cx="24.5" cy="17.4" r="2.6" fill="currentColor" />
      <circle cx="3.5" cy="17.4" r="2.6" fill="currentColor" />
    </svg>
  );
}
