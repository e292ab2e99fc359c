import { describe, expect, it } from 'vitest';
import { nextAttendance, usualPhases } from '#server/meetings/make-meeting.ts';
import { phasesAfterExtension, phasesAfterMove, type StoredPhase } from '#server/meetings/phases.ts';

const done = (phases: readonly StoredPhase[] | null): string[] =>
  (phases ?? []).filter((step) => step.done).map(({ phase }) => phase);

describe('steps of a meeting', () => {
  it('[ME1] going on marks the step that was left, skipping marks nothing in between', () => {
    const start = usualPhases(true);
    const second = phasesAfterMove(start, 'ankommen', 'sicht_kind');
    expect(done(second)).toEqual(['ankommen']);
    const later = phasesAfterMove(second ?? [], 'sicht_kind', 'ziele');
    expect(done(later)).toEqual(['ankommen', 'sicht_kind']);
  });

  it('[ME1] going back opens both the step that is left and the one gone to', () => {
    const all = usualPhases(true).map((step) => ({ ...step, done: true }));
    const back = phasesAfterMove(all, 'ziele', 'rueckblick');
    expect(back?.filter((step) => !step.done).map(({ phase }) => phase)).toEqual(['rueckblick', 'ziele']);
  });

  it('[ME1] a step that was left for an earlier one is done once the meeting goes on past it', () => {
    const moves = [
      ['ressourcen', 'ziele'],
      ['ziele', 'ressourcen'],
      ['ressourcen', 'abschluss'],
    ] as const;
    let phases: StoredPhase[] = usualPhases(true);
    const after = moves.map(([from, to]) => {
      phases = phasesAfterMove(phases, from, to) ?? [];
      return done(phases);
    });
    expect(after).toEqual([['ressourcen'], [], ['ressourcen', 'ziele']]);
  });

  it('[ME1] a step that this meeting does not have is refused', () => {
    expect(phasesAfterMove(usualPhases(false), 'ankommen', 'rueckblick')).toBeNull();
  });

  it('[ME2] more minutes go to one step and end at eight hours', () => {
    const longer = phasesAfterExtension(usualPhases(true), 'ziele', 5);
    expect(longer.find(({ phase }) => phase === 'ziele')?.minutes).toBe(25);
    expect(longer.find(({ phase }) => phase === 'ankommen')?.minutes).toBe(5);
    let phases: StoredPhase[] = usualPhases(true);
    for (let turn = 0; turn < 20; turn++) {
      phases = phasesAfterExtension(phases, 'ziele', 60);
    }
    expect(phases.find(({ phase }) => phase === 'ziele')?.minutes).toBe(480);
  });

  it('[ME7] an excuse was for one day, a phone stays a phone, who was not invited is not carried over', () => {
    expect(nextAttendance('entschuldigt')).toBe('vor_ort');
    expect(nextAttendance('per_link')).toBe('per_link');
    expect(nextAttendance('nicht_eingeladen')).toBeNull();
  });
});
