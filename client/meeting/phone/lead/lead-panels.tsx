import type { ComponentType } from 'react';
import type { DeskPanel, Step } from '#shared/meeting/step.ts';
import { Arrangements } from '../../sections/Arrangements.tsx';
import { Closing, type ClosingProps } from '../../sections/Closing.tsx';
import { TextSections } from '../../sections/TextSections.tsx';
import { Welcome } from '../../sections/Welcome.tsx';
import { PhoneGoals } from '../PhoneGoals.tsx';
import { PhoneStrengths } from '../PhoneStrengths.tsx';
import { LeadReview } from './LeadReview.tsx';

interface LeadPanelProps extends ClosingProps {
  step: Step;
}

/**
 * What who leads has on a phone of what fills the middle of a laptop; a board is its list there. A panel of
 * the agenda that is missing here fails the build (UI173).
 */
export const LEAD_PANELS = {
  board: ({ step }) => (step.board === 'goals' ? <PhoneGoals /> : <PhoneStrengths />),
  welcome: () => <Welcome />,
  texts: ({ step }) => <TextSections sections={step.desk.texts ?? []} />,
  review: () => <LeadReview />,
  arrangements: () => <Arrangements />,
  closing: ({ onGap, backAt }) => <Closing onGap={onGap} backAt={backAt} />,
} satisfies Record<DeskPanel, ComponentType<LeadPanelProps>>;
