import { goalRecord, sentenceField } from '#shared/documents/plan/goals.ts';
import { sharedText } from '#shared/documents/plan/records.ts';
import { useDoc, usePerson, usePlan, useT, useView } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { SharedTextField } from '../fields/SharedTextField.tsx';
import styles from './GoalTree.module.css';
import { restingGoal } from './restore.ts';

export interface RemovedMeanwhileProps {
  /** The goal that is being written. */
  editing: string | null;
  /** With the id: bring it back. Without: let it go. */
  onDone(id: string | null): void;
}

/** Somebody took the card from the table that is being written on: the words stay, the question is asked. */
export function RemovedMeanwhile({ editing, onDone }: RemovedMeanwhileProps) {
  const t = useT();
  const doc = useDoc();
  const { me } = useView();
  // The plan says when to look again.
  usePlan();
  const resting = editing === null ? null : restingGoal(doc, editing);
  const by = usePerson(resting?.removal.by);
  if (editing === null || resting === null || resting.removal.by === me.person?.id) {
    return null;
  }
  const record = goalRecord(doc, editing);
  const field = record ? sentenceField(record) : 'textOwn';
  return (
    <div data-testid="removed-meanwhile">
      <Notice
        tone="warn"
        announce="alert"
        actions={
          <>
            <Button size="small" onClick={() => onDone(editing)} data-testid="removed-keep">
              {t('outline.keep')}
            </Button>
            <Button size="small" variant="ghost" onClick={() => onDone(null)} data-testid="removed-let-go">
              {t('outline.remove_too')}
            </Button>
          </>
        }
      >
        <p>
          {by ? t('outline.removed_meanwhile', { name: by.name }) : t('outline.removed_meanwhile_by_nobody')}
        </p>
        <SharedTextField
          bare
          autoFocus
          text={record && sharedText(record, field)}
          at={{ id: editing, field }}
          label={t('outline.sentence')}
          className={styles['rescued']}
        />
      </Notice>
    </div>
  );
}
