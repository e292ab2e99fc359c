import { type ComponentType, Suspense } from 'react';
import type { Gap } from '#shared/meeting/gaps.ts';
import type { DeskPanel, Step } from '#shared/meeting/step.ts';
import { ErrorBoundary } from '../../app/ErrorBoundary.tsx';
import { later } from '../../app/later.ts';
import { Loading } from '../Loading.tsx';
import { Review } from '../review/Review.tsx';
import { Arrangements } from '../sections/Arrangements.tsx';
import { Closing } from '../sections/Closing.tsx';
import { TextSections } from '../sections/TextSections.tsx';
import { Welcome } from '../sections/Welcome.tsx';

export interface DeskPanelProps {
  step: Step;
  selected: string | null;
  onSelect(id: string | null): void;
  onGap(gap: Gap): void;
}

const Board = later(() => import('../../plan/board/Board.tsx').then(({ Board }) => Board));

/** What the middle of the table can be. A panel of the agenda that is missing here fails the build. */
export const DESK_PANELS = {
  board: ({ step, selected, onSelect }) => (
    <ErrorBoundary inside>
      <Suspense fallback={<Loading />}>
        <Board board={step.board} selected={selected} onSelect={onSelect} />
      </Suspense>
    </ErrorBoundary>
  ),
  welcome: () => <Welcome />,
  texts: ({ step }) => <TextSections sections={step.desk.texts ?? []} />,
  review: ({ selected, onSelect }) => <Review selected={selected} onSelect={onSelect} />,
  arrangements: () => <Arrangements />,
  closing: ({ onGap }) => <Closing onGap={onGap} backAt={null} />,
} satisfies Record<DeskPanel, ComponentType<DeskPanelProps>>;
