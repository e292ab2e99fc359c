import { useState } from 'react';
import { useT } from '../../app/context.ts';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { ResourceList } from '../../plan/list/ResourceList.tsx';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';
import styles from './PhoneTable.module.css';

/** Strengths by their four domains. */
export function PhoneStrengths() {
  const t = useT();
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <div className={styles['strengths']} data-testid="phone-strengths">
      <VisuallyHidden>
        <h2>{t('table.list.resources')}</h2>
      </VisuallyHidden>
      <ResourceList selected={selected} onSelect={setSelected} />
      <RemovedList of="resources" />
    </div>
  );
}
