import { useState } from 'react';
import { RemovedList } from '../outline/RemovedList.tsx';
import { ResourceList } from '../outline/ResourceList.tsx';
import styles from './Phone.module.css';

/** Strengths by their four domains. */
export function PhoneStrengths() {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <div className={styles['strengths']} data-testid="phone-strengths">
      <ResourceList selected={selected} onSelect={setSelected} />
      <RemovedList of="resources" />
    </div>
  );
}
