import type { ReactNode } from 'react';
import { useT, useView } from '../../../app/context.ts';
import { RoundTable } from '../../../ui/display/RoundTable.tsx';
import phone from '../Phone.module.css';
import styles from './Now.module.css';

/** Nothing to do just now: the round, one sentence, and what may be of use. */
export function Calm({ text, children }: { text?: string; children?: ReactNode }) {
  const t = useT();
  const { participants: seats } = useView();
  const here = seats.filter(({ online, role }) => online && role !== 'bildschirm');
  return (
    <div className={styles['calmPage']} data-testid="phone-calm">
      <div className={styles['picture']}>
        <RoundTable seats={here.map(({ participationId, person }) => ({ ...person, id: participationId }))} />
      </div>
      <h2 className={phone['question']}>{text ?? t('table.now.listen')}</h2>
      {children}
    </div>
  );
}
