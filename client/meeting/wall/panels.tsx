import type { ComponentType } from 'react';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import type { WallPanel } from '#shared/meeting/step.ts';
import type { Fresh } from '../../plan/board/fresh.ts';
import type { Words } from '../../plan/words/words.ts';
import { WallAgreements } from './WallAgreements.tsx';
import { WallGoals } from './WallGoals.tsx';
import { WallResources } from './WallResources.tsx';
import { WallReview } from './WallReview.tsx';
import { WallTexts } from './WallTexts.tsx';
import { WallWelcome } from './WallWelcome.tsx';

export interface WallPanelProps {
  texts: readonly TextSection[];
  words: Words;
  /** Of the place below the header. */
  height: number;
  /** The record that who leads has selected. */
  focus: string | null;
  fresh: Fresh;
}

/** What the shared screen can show. A panel of the agenda that is missing here fails the build. */
export const WALL_PANELS = {
  welcome: () => <WallWelcome />,
  texts: WallTexts,
  review: WallReview,
  resources: WallResources,
  agreements: WallAgreements,
  goals: WallGoals,
} satisfies Record<WallPanel, ComponentType<WallPanelProps>>;
