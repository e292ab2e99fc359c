import { lazy, Suspense } from 'react';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import type { MeetingPhase } from '#shared/domain/codes.ts';
import { useT } from '../../app/context.ts';
import { ErrorBoundary } from '../../app/ErrorBoundary.tsx';
import { Loading } from '../Loading.tsx';
import styles from '../Page.module.css';
import { Review } from '../review/Review.tsx';
import { Arrangements } from '../sections/Arrangements.tsx';
import { TextSections } from '../sections/TextSections.tsx';
import { Closing, type Jump } from './Closing.tsx';
import { Welcome } from './Welcome.tsx';

const Board = lazy(() => import('../../plan/board/Board.tsx').then(({ Board }) => ({ default: Board })));

export interface MiddlePaneProps {
  phase: MeetingPhase;
  /** The board was asked for, whatever the step. */
  boardOnly: boolean;
  selected: string | null;
  onSelect(id: string | null): void;
  onJump(to: Jump): void;
}

/** Sections that are written in a step. */
const SECTIONS_OF: Partial<Record<MeetingPhase, readonly TextSection[]>> = {
  anliegen: ['anlass'],
  sicht_kind: ['sicht_kind'],
  sicht_weitere: ['sicht_eltern', 'sicht_weitere', 'geschwister', 'bedarf'],
};

/** What the step is about: a board, or a paper on the table. */
export function MiddlePane(props: MiddlePaneProps) {
  const t = useT();
  const { phase, boardOnly, selected, onSelect } = props;
  const onBoard = boardOnly || phase === 'ziele' || phase === 'ressourcen';
  return (
    <main
      // Another step is another paper, read from its top.
      key={onBoard ? 'board' : phase}
      className={onBoard ? styles['board'] : styles['table']}
      aria-label={t(onBoard ? 'table.mode.board' : 'table.paper')}
      data-region
      tabIndex={-1}
      data-testid="middle"
    >
      {onBoard ? (
        <ErrorBoundary>
          <Suspense fallback={<Loading />}>
            <Board
              board={phase === 'ressourcen' ? 'resources' : 'goals'}
              selected={selected}
              onSelect={onSelect}
            />
          </Suspense>
        </ErrorBoundary>
      ) : (
        <Paper {...props} />
      )}
    </main>
  );
}

function Paper({ phase, selected, onSelect, onJump }: MiddlePaneProps) {
  const sections = SECTIONS_OF[phase];
  if (sections) {
    return <TextSections key={phase} sections={sections} />;
  }
  switch (phase) {
    case 'rueckblick':
      return <Review selected={selected} onSelect={onSelect} />;
    case 'vereinbarungen':
      return <Arrangements />;
    case 'abschluss':
      return <Closing onJump={onJump} />;
    default:
      return <Welcome />;
  }
}
