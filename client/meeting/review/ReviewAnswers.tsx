import { useState } from 'react';
import { addGoal, flatten, goalRecord, sentenceField } from '#shared/documents/plan/goals.ts';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import { evaluationConsequence, type GoalStatus } from '#shared/domain/codes.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { SharedTextField } from '../../plan/fields/SharedTextField.tsx';
import { Target } from '../../plan/list/details/Scale.tsx';
import { useGoalField } from '../../plan/list/details/useGoalField.ts';
import { WhoAndWhen } from '../../plan/list/details/WhoAndWhen.tsx';
import { ownWordsOf } from '../../plan/words/people.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Plus } from '../../ui/icons.ts';
import page from '../Page.module.css';
import { Choices } from '../sections/Choices.tsx';
import type { ReviewItem } from './review.ts';

interface PartProps {
  item: ReviewItem;
}

/** What can be said of a goal after half a year; "agreed" and "draft" are no results. */
const RESULTS = [
  'erreicht',
  'teilweise_erreicht',
  'nicht_erreicht',
  'in_arbeit',
  'ruht',
  'entfallen',
] as const satisfies readonly GoalStatus[];

/** What became of it, what worked, what got in the way. */
export function Result({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useGoalField(item);
  const record = goalRecord(doc, item.id);
  return (
    <section className={page['section']}>
      <Choices
        label={t('table.review.result')}
        value={item.review.result}
        options={RESULTS.map((value) => ({ value, label: t(`code.goalStatus.${value}`) }))}
        onChange={(value) => set('result', value)}
        disabled={readOnly}
        testId="review-result"
      />
      <SharedTextField
        text={record && sharedText(record, 'reviewText')}
        at={{ id: item.id, field: 'reviewText' }}
        label={t('table.review.text')}
        readOnly={readOnly}
        testId="review-text"
      />
      <SharedTextField
        text={record && sharedText(record, 'obstacle')}
        at={{ id: item.id, field: 'obstacle' }}
        label={t('table.review.obstacle')}
        readOnly={readOnly}
        testId="review-obstacle"
      />
    </section>
  );
}

/** How it goes on, and why; a new wording where the goal is adjusted. */
export function Consequence({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useGoalField(item);
  const record = goalRecord(doc, item.id);
  const { consequence } = item.review;
  return (
    <section className={page['section']}>
      <Choices
        label={t('table.review.consequence')}
        value={consequence}
        options={evaluationConsequence.map((value) => ({ value, label: t(`table.consequence.${value}`) }))}
        onChange={(value) => {
          doc.transact(() => {
            set('consequence', value);
            if (value === 'als_erhaltungsziel_fortfuehren' && item.goal) {
              set('kind', 'erhaltungsziel');
            }
          }, ORIGIN.list);
        }}
        disabled={readOnly}
        testId="review-consequence"
      />
      {consequence === 'anpassen' && item.goal ? (
        <>
          <SharedTextField
            text={record && sharedText(record, 'textAgreed')}
            at={{ id: item.id, field: 'textAgreed' }}
            label={t('table.review.new_wording')}
            hint={t('table.review.new_wording_hint')}
            readOnly={readOnly}
            testId="review-wording"
          />
          {/* A new wording names a day often enough; the old one would stand beside it. */}
          <WhoAndWhen goal={item.goal} />
          <Target goal={item.goal} />
        </>
      ) : null}
      {consequence === 'ersetzen' && item.goal ? <Replace item={item} /> : null}
      <SharedTextField
        text={record && sharedText(record, 'reason')}
        at={{ id: item.id, field: 'reason' }}
        label={t('table.review.reason')}
        readOnly={readOnly}
        testId="review-reason"
      />
    </section>
  );
}

/** New goals in place of the old one, which keeps its words. The new one says itself whose place it takes. */
function Replace({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const { me } = useView();
  const readOnly = !useWritable('goals');
  const { goals } = usePlan();
  const [fresh, setFresh] = useState<string | null>(null);
  const inPlace = flatten(goals).filter(({ replaces }) => replaces === item.id);
  return inPlace.length > 0 ? (
    inPlace.map(({ id, number, level }) => (
      <NewGoal key={id} id={id} label={t(`outline.level.${level}`, { number })} autoFocus={id === fresh} />
    ))
  ) : readOnly ? null : (
    <Button
      icon={<Plus />}
      className={page['start']}
      onClick={() => {
        const goal = { ...ownWordsOf(me), replaces: item.id };
        const result = addGoal(doc, item.goal?.parentId ?? null, goal, ORIGIN.list, item.id);
        setFresh('id' in result ? result.id : null);
      }}
    >
      {t('table.review.add_new_goal')}
    </Button>
  );
}

/** Its sentence, whichever of the two wordings that is by now. */
function NewGoal({ id, label, autoFocus }: { id: string; label: string; autoFocus: boolean }) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const record = goalRecord(doc, id);
  const [field] = useState(() => (record ? sentenceField(record) : 'textOwn'));
  return (
    <SharedTextField
      text={record && sharedText(record, field)}
      at={{ id, field }}
      label={t('table.review.new_goal', { goal: label })}
      readOnly={readOnly}
      autoFocus={autoFocus}
      testId="review-new-goal"
    />
  );
}
