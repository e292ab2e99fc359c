import type { ComponentType } from 'react';
import type { PhonePanel } from '#shared/meeting/step.ts';
import { WelcomeWords } from '../../sections/Welcome.tsx';
import { Agreed } from './Agreed.tsx';
import { Calm } from './Calm.tsx';
import { Ending } from './Ending.tsx';
import { MyScale } from './MyScale.tsx';
import type { PhonePanelProps } from './panel-props.ts';
import { Strengths } from './Strengths.tsx';
import { Words } from './Words.tsx';

/** What the one task of a phone can be. A panel of the agenda that is missing here fails the build. */
export const PHONE_PANELS = {
  calm: () => <Calm />,
  welcome: () => <WelcomeWords />,
  words: Words,
  scale: ({ hasBegun }) => <MyScale hasBegun={hasBegun} />,
  strengths: () => <Strengths />,
  agreed: () => <Agreed />,
  closing: () => <Ending />,
} satisfies Record<PhonePanel, ComponentType<PhonePanelProps>>;
