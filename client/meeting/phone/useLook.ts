import { leads } from '#shared/access/parts.ts';
import { type MeetingPhase, meetingPhase } from '#shared/domain/codes.ts';
import { useView } from '../../app/context.ts';
import { close, open, useOpened } from '../../app/opened.ts';

/** Under which name the page's entry in the history holds the step that is looked at. */
const LOOK = 'look';

/** The step that who leads looks at on this phone while the round is at another; null without one. */
export function useLook(): MeetingPhase | null {
  const { me, phase } = useView();
  const kept = useOpened(LOOK);
  return leads(me.role) ? (meetingPhase.find((code) => code === kept && code !== phase) ?? null) : null;
}

/** Looks at another step on this phone alone; back ends it. */
export function lookAt(phase: MeetingPhase): void {
  open(LOOK, phase);
}

/** Back to the step of the round. */
export function endLook(): void {
  close(LOOK);
}
