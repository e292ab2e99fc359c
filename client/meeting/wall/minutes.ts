/** Whole minutes that a step has left at a moment of the server's clock; 0 when its time is up. */
export function minutesLeft(startedAt: string, minutes: number, now: number): number {
  const end = Date.parse(startedAt) + minutes * 60_000;
  return Math.max(0, Math.ceil((end - now) / 60_000));
}
