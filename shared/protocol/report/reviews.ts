import type { ProtocolContent, ProtocolReview } from '../schema.ts';
import type { Block, ReviewRow } from './blocks.ts';
import type { Wording } from './wording.ts';

/** What became of each goal of the version before: old wording, result, obstacle, consequence. */
export function reviewBlocks(content: ProtocolContent, words: Wording): Block[] {
  const { t } = words;
  const all = content.reviews ?? [];
  const told = all.filter((review) => !saysNothing(review));
  const header = [
    t('protocol.review.before'),
    t('protocol.review.result'),
    t('protocol.review.obstacle'),
    t('protocol.review.consequence'),
  ];
  const table: Block = { kind: 'reviews', header, rows: told.map((review) => reviewRow(review, words)) };
  const rest: Block = { kind: 'note', text: t('protocol.review.rest') };
  return [...(told.length > 0 ? [table] : []), ...(told.length < all.length ? [rest] : [])];
}

/** A Richtungsziel or step that stays as it was and of which nobody said anything needs no row. */
function saysNothing(review: ProtocolReview): boolean {
  const { result, consequence, text, obstacle, reason, replacedBy } = review;
  const said = result ?? consequence ?? text ?? obstacle ?? reason ?? replacedBy;
  return depthOf(review) !== 1 && said === undefined && review.now === review.before;
}

function depthOf(review: ProtocolReview): number {
  return review.number.split('.').length - 1;
}

/** What became of one goal, in the words of page and paper. */
export function reviewRow(review: ProtocolReview, words: Wording): ReviewRow {
  const { t, label, day } = words;
  const own = (text: string | undefined): string => (text ? words.own(text) : '');
  return {
    id: review.goalId,
    depth: depthOf(review),
    label: t('protocol.review.number', { number: review.number }),
    before: own(review.before),
    due: review.beforeDueDate ? t('protocol.review.due', { date: day(review.beforeDueDate) }) : '',
    result: review.result ? label('goalStatus', review.result) : t('protocol.review.silent'),
    text: own(review.text),
    scales: scalesOf(review, words),
    obstacle: own(review.obstacle),
    consequence: review.consequence ? label('evaluationConsequence', review.consequence) : '',
    details: detailsOf(review, words),
  };
}

function detailsOf(review: ProtocolReview, words: Wording): string[] {
  const reason = review.reason ? words.t('protocol.review.reason', { text: words.own(review.reason) }) : '';
  const numbers = (review.replacedBy ?? []).map(({ number }) => number);
  const inPlace =
    numbers.length > 0 ? words.t('protocol.review.inPlace', { numbers: words.list(numbers) }) : '';
  return [wordingNow(review, words), inPlace, reason].filter(Boolean);
}

/** By these somebody said that a goal goes on as it is. */
const GOES_ON: readonly (string | undefined)[] = ['fortfuehren', 'als_erhaltungsziel_fortfuehren'];

/** What became of the wording; nothing where it is the same and nobody spoke of it. */
function wordingNow({ now, before, consequence }: ProtocolReview, { t, own }: Wording): string {
  if (now === undefined) {
    return t('protocol.review.gone');
  }
  if (now !== before) {
    return t('protocol.review.now', { text: own(now) });
  }
  return GOES_ON.includes(consequence) ? t('protocol.review.same') : '';
}

/** What became of the numbers people gave: then and now, side by side, never averaged. */
export function scalesOf(review: ProtocolReview, { t, name }: Wording): string {
  const values = (review.scales ?? []).map(({ person, before, now, by }) => {
    const who = name(person);
    if (now === undefined) {
      return t('protocol.goal.scaleThen', { name: who, before: before ?? '' });
    }
    const said =
      before === undefined
        ? t('protocol.goal.scaleNow', { name: who, now })
        : t('protocol.goal.scaleThenNow', { name: who, before, now });
    return by === undefined ? said : t('protocol.goal.scaleBy', { said, by: name(by) });
  });
  if (values.length === 0) {
    return '';
  }
  const target = review.target === undefined ? [] : [t('protocol.goal.target', { value: review.target })];
  return [...values, ...target].join('; ');
}
