import type { MeetingPhase } from '#shared/domain/codes.ts';

/** One step of a meeting as it is stored: in the order that this office chose. */
export interface StoredPhase {
  phase: MeetingPhase;
  minutes: number;
  done: boolean;
  /** It was on, at least for a part of its time. */
  held?: boolean;
}

/**
 * Steps after going to another one, or null where the meeting has no such step. Any order is
 * allowed: going on marks the step that was left as done, and those that were left for an earlier one and
 * are passed now; going back opens it again.
 */
export function phasesAfterMove(
  phases: readonly StoredPhase[],
  from: MeetingPhase,
  to: MeetingPhase,
): StoredPhase[] | null {
  const [fromIndex, toIndex] = [from, to].map((code) => phases.findIndex(({ phase }) => phase === code));
  if (toIndex === undefined || toIndex === -1) {
    return null;
  }
  const forward = toIndex > (fromIndex ?? -1);
  return phases.map((step, index) => {
    if (index === toIndex) {
      return { ...step, done: false };
    }
    if (index === fromIndex) {
      return { ...step, done: forward, held: true };
    }
    return forward && index < toIndex && step.held ? { ...step, done: true } : step;
  });
}

/** Steps with more minutes for one of them. */
export function phasesAfterExtension(
  phases: readonly StoredPhase[],
  phase: MeetingPhase,
  minutes: number,
): StoredPhase[] {
  return phases.map((step) =>
    step.phase === phase ? { ...step, minutes: Math.min(MOST_MINUTES, step.minutes + minutes) } : step,
  );
}

const MOST_MINUTES = 480;
