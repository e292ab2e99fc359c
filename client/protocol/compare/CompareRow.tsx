import type { ReactNode } from 'react';
import { LEVEL_BY_DEPTH } from '#shared/documents/plan/goals.ts';
import { type Fate, type GoalFate, outcomeOf, type PlacedGoal } from '#shared/protocol/compare.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { useLanguage, useT } from '../../app/context.ts';
import { ArrowRight, Check, Pencil, Plus, Square } from '../../ui/icons.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import styles from './Compare.module.css';
import { Became, GoalFacts } from './CompareFacts.tsx';
import { depthOf, numberOf } from './comparison.ts';
import { diffWords, type Stretch } from './word-diff.ts';

const SIGNS: Record<Fate, ReactNode> = {
  erreicht: <Check />,
  geaendert: <Pencil />,
  laeuft_weiter: <ArrowRight />,
  neu: <Plus />,
  beendet: <Square />,
};

export interface CompareRowProps {
  row: GoalFate;
  old: ProtocolContent;
  now: ProtocolContent;
}

/** One goal: its fate in words, then and now. */
export function CompareRow({ row, old, now }: CompareRowProps) {
  const t = useT();
  const review = now.reviews?.find(({ goalId }) => goalId === row.id);
  const diff = row.before && row.after ? diffWords(row.before.goal.text, row.after.goal.text) : null;
  const level = t(`code.goalLevel.${LEVEL_BY_DEPTH[depthOf(row)] ?? 'handlungsziel'}`);
  const about = [
    `${level} ${numberOf(row)}`,
    row.changes.map((change) => t(`signing.change.${change}`)).join(', '),
  ];
  return (
    <tr data-testid={`protocol-fate-${row.id}`} data-fate={row.fate}>
      <th scope="row" className={styles['fate']}>
        <span className={styles['word']}>
          {SIGNS[row.fate]}
          {t(`signing.fate.${outcomeOf(row)}`)}
        </span>
        <span className={styles['small']}>{about.filter(Boolean).join(': ')}</span>
      </th>
      <td className={styles['before']}>
        <Sentence
          placed={row.before}
          stretches={diff?.before}
          mark="del"
          missing={t('signing.compare_not_before')}
        />
        <GoalFacts placed={row.before} content={old} />
      </td>
      <td className={styles['after']}>
        <Sentence
          placed={row.after}
          stretches={diff?.after}
          mark="ins"
          missing={t('signing.compare_not_now')}
        />
        <GoalFacts placed={row.after} content={now} review={review} />
        {review ? <Became review={review} content={now} hasScale={row.after?.depth === 1} /> : null}
      </td>
    </tr>
  );
}

interface SentenceProps {
  placed: PlacedGoal | null;
  stretches: Stretch[] | undefined;
  mark: 'del' | 'ins';
  /** Said where this version does not have the goal. */
  missing: string;
}

function Sentence({ placed, stretches, mark, missing }: SentenceProps) {
  const t = useT();
  const { language } = useLanguage();
  if (!placed) {
    return <p className={styles['small']}>{missing}</p>;
  }
  const Mark = mark;
  const word = t(mark === 'del' ? 'signing.compare_removed' : 'signing.compare_added');
  return (
    <p {...ofPlan(placed.goal.text)}>
      {(stretches ?? [{ text: placed.goal.text, changed: false }]).map((stretch, index) =>
        stretch.changed ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one frozen sentence.
          <Mark key={index}>
            <span className={styles['hidden']} lang={language}>
              {word}{' '}
            </span>
            {stretch.text}
          </Mark>
        ) : (
          stretch.text
        ),
      )}
    </p>
  );
}
