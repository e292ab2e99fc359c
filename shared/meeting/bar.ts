import { AGENDA } from './agenda.ts';
import type { Step, StepState } from './step.ts';

/** The bar of a meeting: its steps as people see them, and the clock of the one that is on. */

interface Place<Code extends string> {
  phase: Code;
  state: StepState;
}

/** Steps with their numbers among those that are held, from 1. */
export function shownPhases<Code extends string, P extends Place<Code>>(
  phases: readonly P[],
  agenda: readonly Step<string>[] = AGENDA,
): (P & { number: number })[] {
  const before = new Set(agenda.filter(({ held }) => held === 'before').map(({ code }) => code));
  return phases
    .filter(({ phase, state }) => state === 'now' || !before.has(phase))
    .map((step, index) => ({ ...step, number: index + 1 }));
}

/** The step after this one, null at the end. */
export function phaseAfter<Code extends string>(
  phases: readonly { phase: Code }[],
  phase: Code,
): Code | null {
  const at = phases.findIndex((step) => step.phase === phase);
  return phases[at + 1]?.phase ?? null;
}

/** How much of a step is left. */
export interface Clock {
  /** Whole minutes, rounded up; 0 when the time is up. */
  minutes: number;
  /** Part of the time, 1 at the start, 0 when it is up. */
  part: number;
}

/** The clock of a step: minutes with extensions, since it began; it stands at all of them until somebody has. */
export function clockOf(startedAt: string | null, minutes: number, now: number): Clock {
  if (startedAt === null) {
    return { minutes, part: 1 };
  }
  const whole = minutes * 60_000;
  const left = Math.max(0, Date.parse(startedAt) + whole - now);
  return {
    minutes: Math.min(minutes, Math.ceil(left / 60_000)),
    part: whole === 0 ? 0 : Math.min(1, left / whole),
  };
}
