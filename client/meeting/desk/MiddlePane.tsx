import type { Step } from '#shared/meeting/step.ts';
import { useT } from '../../app/context.ts';
import styles from '../Page.module.css';
import { DESK_PANELS, type DeskPanelProps } from './panels.tsx';

export interface MiddlePaneProps extends DeskPanelProps {
  step: Step;
  /** The board was asked for, whatever the step. */
  boardOnly: boolean;
}

/** What the step is about: a board, or a paper on the table. */
export function MiddlePane({ boardOnly, ...props }: MiddlePaneProps) {
  const t = useT();
  const { code, desk } = props.step;
  const name = boardOnly ? 'board' : desk.panel;
  const onBoard = name === 'board';
  const Panel = DESK_PANELS[name];
  return (
    <main
      // Another step is another paper, read from its top.
      key={onBoard ? 'board' : code}
      className={onBoard ? styles['board'] : styles['table']}
      aria-label={t(onBoard ? 'table.mode.board' : 'table.paper')}
      data-region
      tabIndex={-1}
      data-testid="middle"
    >
      <Panel {...props} />
    </main>
  );
}
