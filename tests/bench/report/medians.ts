import type { LoadName } from '../loads.ts';
import type { Figures, Measured } from '../measure/figures.ts';
import type { AnyServer } from '../servers/roster.ts';

/** What one server did under one load: medians over the rounds, and everything that was wrong in any. */
export interface Summary {
  load: LoadName;
  server: AnyServer;
  rounds: number;
  figures: Figures;
  problems: string[];
}

/** Takes the rounds of each server and load together. */
export function summarise(measured: readonly Measured[]): Summary[] {
  const groups = new Map<string, Measured[]>();
  for (const one of measured) {
    const key = `${one.load} ${one.server}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((rounds) => {
    const [first] = rounds;
    return first ? [{ ...first, rounds: rounds.length, ...together(rounds) }] : [];
  });
}

/** One figure of a summary; null where it was not measured. */
export function figure(
  summaries: readonly Summary[],
  load: LoadName,
  server: AnyServer,
  name: string,
): number | null {
  return summaries.find((one) => one.load === load && one.server === server)?.figures[name] ?? null;
}

function together(rounds: readonly Measured[]): { figures: Figures; problems: string[] } {
  const names = new Set(rounds.flatMap(({ figures }) => Object.keys(figures)));
  const figures: Figures = {};
  for (const name of names) {
    figures[name] = median(rounds.flatMap((round) => round.figures[name] ?? []));
  }
  return { figures, problems: [...new Set(rounds.flatMap(({ problems }) => problems))] };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
