import { useEffect, useState } from 'react';
import { evaluationConsequence, type GoalStatus } from '#shared/domain/codes.ts';
import { addGoal, type GoalFields, goalRecord, setGoalField, setScale } from '#shared/plan/goals.ts';
import { ORIGIN, sharedText } from '#shared/plan/records.ts';
import { useDoc, useLanguage, usePlan, useT, useView, useWritable } from '../app/context.ts';
import { formatDay } from '../app/format.ts';
import { PersonChoice } from '../outline/fields.tsx';
import { bringGoalBack } from '../outline/restore.ts';
import { ScaleLegend, ScalePicker } from '../outline/ScalePicker.tsx';
import { SharedTextField } from '../outline/SharedTextField.tsx';
import { scaleValues } from '../outline/words.ts';
import { Button } from '../ui/Button.tsx';
import { ScaleLine } from '../ui/cards/ScaleLine.tsx';
import { Choices } from './Choices.tsx';
import { ChevronLeft, ChevronRight, Plus } from './icons.ts';
import page from './Page.module.css';
import styles from './Review.module.css';
import { type ReviewItem, reviewItems } from './review.ts';

export interface ReviewProps {
  selected: string | null;
  onSelect(id: string): void;
}

/** What became of the goals of the last meeting, one at a time: then, now, and what follows. */
export function Review({ selected, onSelect }: ReviewProps) {
  const t = useT();
  const items = reviewItems(usePlan());
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === selected),
  );
  const item = items[at];
  const shown = item?.id ?? null;
  // What lies open here is what the shared screen shows; it must not run ahead to the next goal.
  useEffect(() => {
    if (shown !== null && shown !== selected) {
      onSelect(shown);
    }
  }, [shown, selected, onSelect]);
  if (!item) {
    return (
      <article className={page['paper']} data-testid="review">
        <h2 className={page['title']}>{t('table.review.title')}</h2>
        <p className={page['lead']}>{t('table.review.first')}</p>
      </article>
    );
  }
  const go = (step: 1 | -1): void => {
    const next = items[at + step];
    if (next) {
      onSelect(next.id);
    }
  };
  return (
    <article className={page['paper']} data-testid="review">
      <div className={page['between']}>
        <p className={page['quiet']}>{t('table.review.count', { at: at + 1, of: items.length })}</p>
        <div className={page['row']}>
          <Button
            size="small"
            variant="quiet"
            icon={<ChevronLeft />}
            onClick={() => go(-1)}
            disabled={at === 0}
            data-testid="review-previous"
          >
            {t('table.review.previous')}
          </Button>
          <Button
            size="small"
            variant="quiet"
            iconEnd={<ChevronRight />}
            onClick={() => go(1)}
            disabled={at === items.length - 1}
            data-testid="review-next"
          >
            {t('table.review.next')}
          </Button>
        </div>
      </div>
      <ReviewOf key={item.id} item={item} />
    </article>
  );
}

interface PartProps {
  item: ReviewItem;
}

function ReviewOf({ item }: PartProps) {
  const t = useT();
  const { locale } = useLanguage();
  const { before } = item;
  return (
    <>
      <div className={styles['then']}>
        <p className={styles['label']}>
          {t('table.review.then', { number: before.number, day: formatDay(before.date, locale, 'long') })}
        </p>
        <p className={styles['sentence']} dir="auto">
          {before.text}
        </p>
      </div>
      {item.goal === null ? <Ended item={item} /> : null}
      <Scales item={item} />
      <Result item={item} />
      <Consequence item={item} />
    </>
  );
}

/** Taken from the table: the question what became of it stays. */
function Ended({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const writable = useWritable('goals');
  return (
    <p className={styles['ended']}>
      {t('table.review.ended')}
      {writable ? (
        <Button size="small" variant="quiet" onClick={() => bringGoalBack(doc, item.id, ORIGIN.list)}>
          {t('outline.bring_back')}
        </Button>
      ) : null}
    </p>
  );
}

function Scales({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const { locale } = useLanguage();
  const { persons, me } = useView();
  const writable = useWritable('goals');
  const known = Object.keys(item.before.scales)[0] ?? null;
  const [whose, setWhose] = useState<string | null>(known ?? me.person?.id ?? null);
  const name = persons.find(({ id }) => id === whose)?.name ?? '';
  const before = whose === null ? null : (item.before.scales[whose] ?? null);
  const target = item.before.target ?? item.goal?.target ?? null;
  return (
    <section className={page['section']}>
      <h3 className={page['heading']}>{t('table.review.scale')}</h3>
      <div className={styles['scale']}>
        <ScaleLine values={scaleValues(item, persons)} target={target} />
      </div>
      {writable && item.goal ? (
        <div className={styles['answer']}>
          <PersonChoice
            label={t('outline.scale_whose')}
            value={whose}
            onChange={setWhose}
            testId="review-scale-who"
          />
          {whose === null ? null : (
            <div>
              <ScalePicker
                compact
                label={t('outline.scale_of', { name })}
                value={item.scales[whose] ?? null}
                before={before}
                target={target}
                onChange={(value) => setScale(doc, item.id, whose, value, ORIGIN.list)}
                testId="review-scale"
              />
              <ScaleLegend
                before={
                  before === null
                    ? null
                    : t('table.review.number_then', { name, day: formatDay(item.before.date, locale) })
                }
                target={target !== null}
              />
            </div>
          )}
        </div>
      ) : null}
    </section>
  );
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

function useField(id: string): <K extends keyof GoalFields>(key: K, value: GoalFields[K]) => void {
  const doc = useDoc();
  return (key, value) => setGoalField(doc, id, key, value, ORIGIN.list);
}

function Result({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useField(item.id);
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

function Consequence({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const readOnly = !useWritable('goals');
  const set = useField(item.id);
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
        <SharedTextField
          text={record && sharedText(record, 'textAgreed')}
          at={{ id: item.id, field: 'textAgreed' }}
          label={t('table.review.new_wording')}
          hint={t('table.review.new_wording_hint')}
          readOnly={readOnly}
          testId="review-wording"
        />
      ) : null}
      {consequence === 'ersetzen' && item.goal && !readOnly ? <Replace item={item} /> : null}
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

/** A new goal in place of the old one; the old one keeps its words. */
function Replace({ item }: PartProps) {
  const t = useT();
  const doc = useDoc();
  const [added, setAdded] = useState<string | null>(null);
  const record = added === null ? undefined : goalRecord(doc, added);
  if (record && added !== null) {
    return (
      <SharedTextField
        text={sharedText(record, 'textOwn')}
        at={{ id: added, field: 'textOwn' }}
        label={t('table.review.new_goal')}
        autoFocus
        testId="review-new-goal"
      />
    );
  }
  return (
    <Button
      icon={<Plus />}
      className={page['start']}
      onClick={() => {
        const result = addGoal(doc, item.goal?.parentId ?? null, {}, ORIGIN.list, item.id);
        setAdded('id' in result ? result.id : null);
      }}
    >
      {t('table.review.add_new_goal')}
    </Button>
  );
}
