import { useT } from '../../app/context.ts';
import { close, open, useOpened } from '../../app/opened.ts';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { ResourceList } from '../../plan/list/ResourceList.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import styles from './PhoneTable.module.css';

/** Strengths by their four domains. */
export function PhoneStrengths() {
  const t = useT();
  const selected = useOpened('strength');
  return (
    <div className={styles['strengths']} data-testid="phone-strengths">
      <VisuallyHidden>
        <h2>{t('table.list.resources')}</h2>
      </VisuallyHidden>
      <ResourceList
        selected={selected}
        onSelect={(id) => (id === null ? close('strength') : open('strength', id))}
      />
      <RemovedList of="resources" />
    </div>
  );
}
