import type { Step } from '#shared/meeting/step.ts';

/** What a phone's task is drawn from. */
export interface PhonePanelProps {
  step: Step;
}
