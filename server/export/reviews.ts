import type { ProtocolContent, ProtocolReview } from '#shared/protocol/schema.ts';
import type { Block, ReviewRow } from './document.ts';
import type { Wording } from './wording.ts';

/** What became of each goal of the version before: old wording, result, obstacle, consequence. */
export function reviewBlock(content: ProtocolContent, words: Wording): Block {
  const { t } = words;
  return {
    kind: 'reviews',
    header: [
      t('protocol.review.before'),
      t('protocol.review.result'),
      t('protocol.review.obstacle'),
      t('protocol.review.consequence'),
    ],
    rows: (content.reviews ?? []).map((review) => rowOf(review, words)),
  };
}

function rowOf(review: ProtocolReview, words: Wording): ReviewRow {
  const { t, label, day } = words;
  return {
    depth: review.number.split('.').length - 1,
    label: t('protocol.review.number', { number: review.number }),
    before: review.before,
    due: review.beforeDueDate ? t('protocol.review.due', { date: day(review.beforeDueDate) }) : '',
    result: review.result ? label('goalStatus', review.result) : t('protocol.review.silent'),
    text: review.text ?? '',
    scales: scalesOf(review, words),
    obstacle: review.obstacle ?? '',
    consequence: review.consequence ? label('evaluationConsequence', review.consequence) : '',
    details: detailsOf(review, words),
  };
}

function detailsOf(review: ProtocolReview, { t }: Wording): string[] {
  const wording =
    review.now === undefined
      ? t('protocol.review.gone')
      : review.now === review.before
        ? t('protocol.review.same')
        : t('protocol.review.now', { text: review.now });
  return review.reason ? [wording, t('protocol.review.reason', { text: review.reason })] : [wording];
}

function scalesOf(review: ProtocolReview, { t, name }: Wording): string {
  const values = (review.scales ?? []).map(({ person, before, now }) => {
    const who = name(person);
    if (before !== undefined && now !== undefined) {
      return t('protocol.goal.scaleThenNow', { name: who, before, now });
    }
    return now === undefined
      ? t('protocol.goal.scaleThen', { name: who, before: before ?? '' })
      : t('protocol.goal.scaleNow', { name: who, now });
  });
  if (values.length === 0) {
    return '';
  }
  const target = review.target === undefined ? [] : [t('protocol.goal.target', { value: review.target })];
  return [...values, ...target].join('; ');
}
