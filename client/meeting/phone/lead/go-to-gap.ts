import { stepFor, stepOf } from '#shared/meeting/agenda.ts';
import type { Gap } from '#shared/meeting/gaps.ts';
import type { BoardName } from '#shared/meeting/step.ts';
import { open } from '../../../app/opened.ts';
import { keepSelected } from '../../kept-selected.ts';
import { lookAt } from '../useLook.ts';

/** The part of the phone in which the records of a board are written. */
const PART_OF_BOARD = { goals: 'goals', resources: 'strengths' } as const satisfies Record<BoardName, string>;

/** Goes where a gap can be closed: to a goal, to the step it belongs to, or to the part of the phone. */
export function goToGap(gap: Gap): void {
  const phase = gap.section === null ? null : stepFor(gap.section);
  if (phase === null) {
    if (gap.kind === 'goal') {
      open('goal', gap.goalId);
    }
    return;
  }
  const { desk, board } = stepOf(phase);
  if (desk.panel === 'board') {
    open('tab', PART_OF_BOARD[board]);
    return;
  }
  lookAt(phase);
  if (gap.kind === 'goal') {
    keepSelected(gap.goalId);
  }
}
