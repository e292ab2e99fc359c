import { Suspense } from 'react';
import { useT } from '../../app/context.ts';
import { later } from '../../app/later.ts';
import styles from './Board.module.css';
import type { BoardProps } from './model/state.ts';

/** The drawing library is large: it comes when somebody opens the board, or when the table stands. */
const Canvas = later(() => import('./canvas/Canvas.tsx').then(({ Canvas }) => Canvas));

/** The board: the same records as in the list, laid out. Everything here can also be done in the list. */
export function Board(props: BoardProps) {
  const t = useT();
  return (
    <div className={styles['frame']} data-testid={`board-${props.board}`}>
      <Suspense fallback={<p className={styles['loading']}>{t('board.loading')}</p>}>
        <Canvas key={props.board} {...props} />
      </Suspense>
    </div>
  );
}
