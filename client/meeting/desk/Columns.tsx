import { useState } from 'react';
import { cx } from '../../ui/cx.ts';
import { ParticipantsPanel } from '../people/ParticipantsPanel.tsx';
import { NARROW, useMedia } from '../useMedia.ts';
import styles from './DeskTable.module.css';
import { LeftPane } from './LeftPane.tsx';
import { MiddlePane } from './MiddlePane.tsx';
import type { DeskMode } from './modes.ts';
import type { Desk } from './useDesk.ts';

export interface ColumnsProps {
  desk: Desk;
  mode: Exclude<DeskMode, 'protocol'>;
}

/** List, middle and people beside each other. The list alone leaves the board away, never a paper. */
export function Columns({ desk, mode }: ColumnsProps) {
  const { step, chosen } = desk;
  const narrow = useMedia(NARROW);
  const [people, setPeople] = useState<boolean | null>(null);
  const folded = people === null ? narrow : !people;
  const hasMiddle = mode !== 'list' || step.desk.panel !== 'board';
  return (
    <div
      className={cx(
        styles['columns'],
        styles[mode],
        !hasMiddle && styles['onlyList'],
        folded && styles['folded'],
      )}
    >
      {mode === 'board' ? null : <LeftPane step={step} wide={!hasMiddle} {...chosen} />}
      {hasMiddle ? (
        <MiddlePane
          step={step}
          boardOnly={mode === 'board'}
          selected={chosen.selected}
          onSelect={chosen.onSelect}
          onGap={desk.onGap}
        />
      ) : null}
      <ParticipantsPanel folded={folded} onFold={(fold) => setPeople(!fold)} phase={step.code} />
    </div>
  );
}
