import { useState } from 'react';
import { leitzielText } from '#shared/documents/plan/arrangements.ts';
import { useDoc, usePlan, useT, useWritable } from '../../app/context.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { SharedTextField } from '../fields/SharedTextField.tsx';
import styles from './Leitziel.module.css';

/** One sentence for the whole family, above all goals. A press writes it. */
export function Leitziel() {
  const t = useT();
  const doc = useDoc();
  const { leitziel } = usePlan();
  const writable = useWritable('meta');
  const [editing, setEditing] = useState(false);
  if (leitziel === '' && !writable) {
    return null;
  }
  return (
    <div className={styles['leitziel']} data-testid="leitziel">
      <span className={styles['label']}>{t('code.goalLevel.leitziel')}</span>
      {editing && writable ? (
        <SharedTextField
          bare
          sentence
          autoFocus
          text={leitzielText(doc)}
          at={{ id: 'leitziel', field: 'text' }}
          label={t('code.goalLevel.leitziel')}
          onDone={() => setEditing(false)}
          onLeave={() => document.hasFocus() && setEditing(false)}
          testId="leitziel-field"
        />
      ) : writable ? (
        <button
          type="button"
          {...ofPlan(leitziel)}
          onClick={() => setEditing(true)}
          data-testid="leitziel-edit"
        >
          {leitziel === '' ? t('outline.leitziel_empty') : leitziel}
        </button>
      ) : (
        <p {...ofPlan(leitziel)}>{leitziel}</p>
      )}
    </div>
  );
}
