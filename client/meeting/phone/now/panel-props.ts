import type { Step } from '#shared/meeting/step.ts';

/** What a phone's task is drawn from. */
export interface PhonePanelProps {
  step: Step;
  /** The step began while its part lay open: nobody has asked for what it shows. */
  hasBegun: boolean;
}
