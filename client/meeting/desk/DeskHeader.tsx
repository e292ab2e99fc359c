import type { ReactNode } from 'react';
import { useSession, useStore, useT, useView } from '../../app/context.ts';
import { OwnMenu } from '../../own/OwnMenu.tsx';
import { IconButton } from '../../ui/controls/Button.tsx';
import { Segmented } from '../../ui/controls/Segmented.tsx';
import { Logo } from '../../ui/display/Logo.tsx';
import { SaveMark } from '../../ui/feedback/SaveMark.tsx';
import { Columns2, FileText, ListTree, Redo2, StickyNote, Undo2 } from '../../ui/icons.ts';
import styles from './DeskTable.module.css';
import { MoreMenu } from './MoreMenu.tsx';
import type { DeskMode } from './modes.ts';

const MODES = [
  ['list', ListTree],
  ['both', Columns2],
  ['board', StickyNote],
  ['protocol', FileText],
] as const;

/** Whose plan, which view, whether all is saved. */
export function DeskHeader({ mode, onMode }: { mode: DeskMode | null; onMode(mode: DeskMode): void }) {
  const t = useT();
  const { meeting } = useView();
  return (
    <header className={styles['header']} data-region tabIndex={-1}>
      <div className={styles['whose']}>
        <Logo />
        <h1 className={styles['case']} dir="auto">
          {meeting.caseLabel}
        </h1>
        <span className={styles['meeting']}>
          {t('table.meeting', { number: meeting.number, type: t(`table.type.${meeting.type}`) })}
        </span>
      </div>
      {mode === null ? (
        <span />
      ) : (
        <Segmented
          label={t('table.views')}
          value={mode}
          onChange={onMode}
          options={MODES.map(([value, Icon]) => ({
            value,
            label: t(`table.mode.${value}`),
            icon: <Icon />,
          }))}
        />
      )}
      <div className={styles['tools']}>
        <Saved />
        {mode === null ? null : <UndoButtons />}
        <OwnMenu />
        <MoreMenu />
      </div>
    </header>
  );
}

function Saved(): ReactNode {
  const save = useStore(useSession().save);
  return <SaveMark state={save} />;
}

function UndoButtons() {
  const t = useT();
  const { undo } = useSession();
  const { canUndo, canRedo } = useStore(undo.state);
  return (
    <>
      <IconButton
        size="small"
        icon={<Undo2 />}
        label={t('table.undo')}
        disabled={!canUndo}
        onClick={() => undo.undo()}
        className={styles['tool']}
        data-testid="undo"
      />
      <IconButton
        size="small"
        icon={<Redo2 />}
        label={t('table.redo')}
        disabled={!canRedo}
        onClick={() => undo.redo()}
        className={styles['tool']}
        data-testid="redo"
      />
    </>
  );
}
