import type { Check } from '../generator/check.ts';
import type { LoadName } from '../loads.ts';
import type { AnyServer } from '../servers/roster.ts';

/** Figures by name; null where something cannot be measured here. */
export type Figures = Record<string, number | null>;

/** What one server did under one load. */
export interface Measured {
  load: LoadName;
  server: AnyServer;
  round: number;
  figures: Figures;
  /** What does not add up. A run with problems is no proof of anything. */
  problems: string[];
}

/** Faults of a check in words; none where every edit reached everybody else once. */
export function problemsOf(check: Check): string[] {
  const { expected, missing, doubled, disordered, unanswered, withoutLastCursor, refusals, closed } = check;
  const faults: [number, string][] = [
    [missing, `of ${expected} deliveries are missing`],
    [doubled, 'deliveries came twice'],
    [disordered, 'edits were left out before a later one'],
    [unanswered, 'people were never told that the server has their edits'],
    [withoutLastCursor, 'last cursors did not arrive'],
    [refusals.length, `edits were refused (${[...new Set(refusals)].join(', ')})`],
    [closed.length, `sockets were closed by the server (${[...new Set(closed)].join(', ')})`],
  ];
  const found = faults.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return check.edits === 0 ? ['nothing was sent', ...found] : found;
}
