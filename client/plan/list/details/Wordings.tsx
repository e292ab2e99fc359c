import { useState } from 'react';
import { type Goal, goalRecord } from '#shared/documents/plan/goals.ts';
import { sharedText } from '#shared/documents/plan/records.ts';
import { noteOnOwnWords } from '#shared/protocol/report/own-words.ts';
import { useDoc, useT, useView, useWritable } from '../../../app/context.ts';
import { PersonChoice } from '../../fields/fields.tsx';
import { SharedTextField } from '../../fields/SharedTextField.tsx';
import { hintsFor } from '../../words/hints.ts';
import { personOf } from '../../words/people.ts';
import styles from './GoalDetails.module.css';
import { useGoalField } from './useGoalField.ts';

/** What was said, and what all have agreed on. */
export function Wordings({ goal }: { goal: Goal }) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useGoalField(goal);
  const record = goalRecord(doc, goal.id);
  const own = record && sharedText(record, 'textOwn');
  const agreed = record && sharedText(record, 'textAgreed');
  const { persons } = useView();
  const note = noteOnOwnWords(goal, t, (id) => personOf({ persons }, id)?.name ?? '');
  const [wanted, setWanted] = useState(false);
  const showAgreed = wanted || (agreed?.length ?? 0) > 0;
  return (
    <div className={styles['part']}>
      <SharedTextField
        text={own}
        at={{ id: goal.id, field: 'textOwn' }}
        label={t('outline.own_words')}
        placeholder={t(`outline.placeholder.${goal.level}`)}
        readOnly={readOnly}
        testId="goal-own"
      />
      {note && (own?.length ?? 0) > 0 ? (
        <p className={styles['quiet']} data-testid="goal-written">
          {note}
        </p>
      ) : null}
      {showAgreed ? (
        <SharedTextField
          text={agreed}
          at={{ id: goal.id, field: 'textAgreed' }}
          label={t('outline.agreed')}
          readOnly={readOnly}
          autoFocus={wanted}
          testId="goal-agreed"
        />
      ) : readOnly ? null : (
        <button
          type="button"
          className={styles['link']}
          onClick={() => setWanted(true)}
          data-testid="goal-agree"
        >
          {t('outline.add_agreed')}
        </button>
      )}
      {goal.level === 'handlungsschritt' ? null : (
        <PersonChoice
          label={t('outline.whose_wish')}
          value={goal.voice}
          none={t('outline.nobody_named')}
          onChange={(value) => set('voice', value)}
          disabled={readOnly}
        />
      )}
    </div>
  );
}

/** Quiet questions about the wording; never a block, never a red mark. */
export function Hints({ goal }: { goal: Goal }) {
  const t = useT();
  const { meeting } = useView();
  const hints = hintsFor(goal);
  return hints.length === 0 ? null : (
    <ul className={styles['hints']} aria-label={t('outline.hints')} data-testid="goal-hints">
      {hints.map((hint) => (
        <li key={hint}>{t(`outline.hint.${hint}`, { name: meeting.childName })}</li>
      ))}
    </ul>
  );
}
