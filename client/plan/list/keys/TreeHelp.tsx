import { useStore, useT } from '../../../app/context.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/overlays/Dialog.tsx';
import styles from '../GoalTree.module.css';
import { letterKeys, switchLetterKeys } from './letter-keys.ts';

const KEYS = [
  ['↑ ↓', 'walk'],
  ['← →', 'fold'],
  ['Enter', 'edit'],
  ['Esc', 'leave'],
  ['N', 'add'],
  ['Tab', 'indent'],
  ['Alt ↑ ↓', 'move'],
  ['Alt ← →', 'level'],
  ['V', 'link'],
  ['X', 'done'],
  ['D', 'details'],
  ['W', 'who'],
  ['Entf', 'remove'],
  ['Strg Z', 'undo'],
] as const;

/** The keys of the list. */
export function TreeHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  const t = useT();
  const letters = useStore(letterKeys);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('outline.help.title')}
      actions={<Button onClick={onClose}>{t('outline.close')}</Button>}
    >
      <dl className={styles['keys']} data-testid="tree-help">
        {KEYS.map(([key, name]) => (
          <div key={name}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`outline.help.${name}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => switchLetterKeys(event.target.checked)}
        />
        {t('outline.help.letters')}
      </label>
    </Dialog>
  );
}
