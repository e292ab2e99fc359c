import type { PhaseStep } from '#shared/api/view.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { Translate } from '#shared/i18n/translate.ts';

/** The steps of a meeting as people see them. */

/** A step in the bar: its number among those that are held, from 1. */
export interface ShownPhase extends PhaseStep {
  number: number;
}

/** Preparation happens before; it has no place in the bar unless it is now. */
export function shownPhases(phases: readonly PhaseStep[]): ShownPhase[] {
  return phases
    .filter(({ phase, state }) => phase !== 'vorbereitung' || state === 'now')
    .map((step, index) => ({ ...step, number: index + 1 }));
}

/** The step after this one, null at the end. */
export function phaseAfter(phases: readonly PhaseStep[], phase: MeetingPhase): MeetingPhase | null {
  const at = phases.findIndex((step) => step.phase === phase);
  return phases[at + 1]?.phase ?? null;
}

/** "Leons Sicht", "Rückblick": short, for the bar. */
export function phaseName(phase: MeetingPhase, childName: string, t: Translate): string {
  return t(`table.phase.${phase}`, { name: childName });
}

/** How much of a step is left. */
export interface Clock {
  /** Whole minutes, rounded up; 0 when the time is up. */
  minutes: number;
  /** Part of the time, 1 at the start, 0 when it is up. */
  part: number;
}

/** The clock of a step: minutes with extensions, since it began. */
export function clockOf(startedAt: string, minutes: number, now: number): Clock {
  const whole = minutes * 60_000;
  const left = Math.max(0, Date.parse(startedAt) + whole - now);
  return { minutes: Math.ceil(left / 60_000), part: whole === 0 ? 0 : Math.min(1, left / whole) };
}
