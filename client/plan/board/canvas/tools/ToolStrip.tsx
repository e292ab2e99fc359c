import type { ReactNode } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { BoardName } from '#shared/meeting/step.ts';
import { useSession, useStore, useT } from '../../../../app/context.ts';
import { cx } from '../../../../ui/cx.ts';
import { Heart, MousePointer2, Move, Target, Undo2 } from '../../../../ui/icons.ts';
import { VisuallyHidden } from '../../../../ui/text/VisuallyHidden.tsx';
import type { BoardModel } from '../../model/model.ts';
import type { AllActions } from '../useBoardActions.ts';
import { NEW_STRENGTH } from './drafts.ts';
import styles from './ToolStrip.module.css';

interface ToolStripProps {
  editor: Editor;
  board: BoardName;
  model: BoardModel;
  selected: string | null;
  actions: AllActions;
  writable: boolean;
  locked: boolean;
  onLock: (locked: boolean) => void;
}

/** The few tools of the board. It floats above the cards and leaves tldraw's mark free. */
export function ToolStrip(props: ToolStripProps) {
  const { editor, board, model, selected, actions, writable, locked, onLock } = props;
  const t = useT();
  const { undo, drafts } = useSession();
  const waits = (useStore(drafts.words).get(NEW_STRENGTH) ?? '') !== '';
  const { canUndo } = useStore(undo.state);
  return (
    <div role="toolbar" aria-label={t('board.tools')} className={styles['tools']}>
      {writable ? (
        <>
          <Tool
            icon={<MousePointer2 />}
            label={t('board.tool.select')}
            title={t(locked ? 'board.tool.locked' : 'board.tool.unlocked')}
            pressed={!locked}
            onPress={() => onLock(!locked)}
          />
          <span className={styles['rule']} />
          {board === 'goals' ? (
            <Tool icon={<Target />} label={t('board.tool.goal')} onPress={() => actions.addGoal()} />
          ) : null}
          <Tool
            icon={<Heart />}
            label={t('board.tool.strength')}
            waits={waits}
            onPress={() => actions.show({ kind: 'strength' })}
          />
          <Tool
            icon={<Move />}
            label={t('board.where')}
            disabled={selected === null || !model.order.includes(selected)}
            onPress={() => (selected === null ? undefined : actions.show({ kind: 'where', id: selected }))}
          />
          <span className={styles['rule']} />
          <Tool
            icon={<Undo2 />}
            label={t('board.tool.undo')}
            disabled={!canUndo}
            onPress={() => undo.undo()}
          />
        </>
      ) : null}
      <Size editor={editor} model={model} />
    </div>
  );
}

interface ToolProps {
  icon: ReactNode;
  label: string;
  title?: string;
  pressed?: boolean;
  disabled?: boolean;
  /** Words wait here that are not entered yet. */
  waits?: boolean;
  onPress: () => void;
}

function Tool({ icon, label, title, pressed, disabled, waits = false, onPress }: ToolProps) {
  const t = useT();
  return (
    <button
      type="button"
      className={cx(pressed && styles['on'])}
      aria-pressed={pressed}
      title={title}
      disabled={disabled}
      onClick={onPress}
    >
      {icon}
      {label}
      {waits ? (
        <span className={styles['waits']} data-testid="tool-waits">
          <VisuallyHidden>{t('save.draft')}</VisuallyHidden>
        </span>
      ) : null}
    </button>
  );
}

/** 100 % or everything at once. */
function Size({ editor, model }: { editor: Editor; model: BoardModel }) {
  const t = useT();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const percent = Math.round(zoom * 100);
  const change = (): void => {
    const { w, h } = editor.getViewportScreenBounds();
    const all = Math.min(
      1,
      w / (model.width + 2 * model.margin.x),
      h / (model.height + model.margin.top + model.margin.bottom),
    );
    const z = percent === 100 ? Math.max(0.25, all) : 1;
    editor.setCamera({ x: model.margin.x, y: model.margin.top, z }, { immediate: true });
  };
  return (
    <button
      type="button"
      title={t(percent === 100 ? 'board.tool.all' : 'board.tool.full')}
      onClick={change}
      data-testid="board-size"
    >
      <b>{percent} %</b>
      {t('board.tool.size')}
    </button>
  );
}
