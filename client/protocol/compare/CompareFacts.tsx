import { joinedParts } from '#shared/i18n/isolate.ts';
import type { PlacedGoal } from '#shared/protocol/compare.ts';
import type { Fact } from '#shared/protocol/report/blocks.ts';
import { actionGoal, stepLine } from '#shared/protocol/report/goals.ts';
import { reviewRow, scalesOf } from '#shared/protocol/report/reviews.ts';
import type { Wording } from '#shared/protocol/report/wording.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolReview,
  ProtocolStep,
} from '#shared/protocol/schema.ts';
import { statesIn } from '#shared/protocol/states.ts';
import { useT } from '../../app/context.ts';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { inParts, planWords } from '../../ui/text/in-parts.ts';
import { usePageWords } from '../document-words.ts';
import styles from './Compare.module.css';

interface FactsProps {
  placed: PlacedGoal | null;
  content: ProtocolContent;
  /** What this version says of what became of the goal: its numbers stand beside those of then. */
  review?: ProtocolReview | undefined;
}

/** What a version says beside a sentence: who, until when, the numbers. */
export function GoalFacts({ placed, content, review }: FactsProps) {
  const words = usePageWords(content);
  return placed ? <Smalls texts={factsOf(placed, { content, review, words })} /> : null;
}

type FactsOf = Pick<FactsProps, 'content' | 'review'> & { words: Wording };

function factsOf({ goal, depth }: PlacedGoal, { content, review, words }: FactsOf): string[] {
  if (depth === 2) {
    return [stepLine(goal as ProtocolStep, words).about];
  }
  if (depth === 0) {
    return [];
  }
  const { target } = goal as ProtocolActionGoal;
  const { commitment, facts } = actionGoal(goal as ProtocolActionGoal, statesIn(content), words);
  const label = words.t('protocol.goal.scale');
  const thenAndNow = review ? scalesOf({ ...review, target }, words) : '';
  const numbers = thenAndNow
    ? [told({ label, text: thenAndNow })]
    : facts.filter((fact) => fact.label === label).map(told);
  return [
    joinedParts([commitment.who, commitment.until, commitment.often, commitment.state], ' · '),
    ...numbers,
  ];
}

function told({ label, text }: Fact): string {
  return `${label}: ${text}`;
}

interface ReviewProps {
  review: ProtocolReview;
  /** The version whose review it is. */
  content: ProtocolContent;
  /** Whether the goal tells the numbers itself, then and now. */
  hasScale: boolean;
}

/** What became of the goal, what stood in the way, how it goes on and why; the numbers of one that is gone. */
export function Became({ review, content, hasScale }: ReviewProps) {
  const t = useT();
  const words = usePageWords(content);
  const { result, text, obstacle, consequence, scales } = reviewRow(review, words);
  const became = told({ label: words.t('protocol.review.result'), text: joinedParts([result, text], ': ') });
  const against = obstacle ? told({ label: words.t('protocol.review.obstacle'), text: obstacle }) : '';
  const how = consequence ? told({ label: words.t('protocol.review.consequence'), text: consequence }) : '';
  return (
    <>
      <Smalls texts={[hasScale ? '' : scales, became, against, how]} />
      {review.reason ? (
        <p className={styles['small']}>
          <InBoth parts={inParts(t('signing.compare_why', { text: planWords(review.reason) }))} />
        </p>
      ) : null}
    </>
  );
}

function Smalls({ texts }: { texts: readonly string[] }) {
  return texts.filter(Boolean).map((text) => (
    <p key={text} className={styles['small']} dir="auto">
      <InBoth parts={inParts(text)} />
    </p>
  ));
}
