import type { ComponentType } from 'react';
import type { WallPanel } from '#shared/meeting/step.ts';
import type { WallPanelProps } from './panel-props.ts';
import { WallAgreements } from './WallAgreements.tsx';
import { WallGoals } from './WallGoals.tsx';
import { WallResources } from './WallResources.tsx';
import { WallReview } from './WallReview.tsx';
import { WallTexts } from './WallTexts.tsx';
import { WallWelcome } from './WallWelcome.tsx';

/** What the shared screen can show. A panel of the agenda that is missing here fails the build. */
export const WALL_PANELS = {
  welcome: () => <WallWelcome />,
  texts: WallTexts,
  review: WallReview,
  resources: WallResources,
  agreements: WallAgreements,
  goals: WallGoals,
} satisfies Record<WallPanel, ComponentType<WallPanelProps>>;
