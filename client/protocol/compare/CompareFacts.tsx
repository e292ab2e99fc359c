import { joinedParts } from '#shared/i18n/isolate.ts';
import type { PlacedGoal } from '#shared/protocol/compare.ts';
import type { Fact } from '#shared/protocol/report/blocks.ts';
import { actionGoal, stepLine } from '#shared/protocol/report/goals.ts';
import { reviewRow } from '#shared/protocol/report/reviews.ts';
import type { Wording } from '#shared/protocol/report/wording.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolReview,
  ProtocolStep,
} from '#shared/protocol/schema.ts';
import { useT } from '../../app/context.ts';
import { ofPlan } from '../../ui/text/of-plan.ts';
import { documentWords } from '../document-words.ts';
import styles from './Compare.module.css';

/** What a version says beside a sentence, in the words of the document: who, until when, the numbers. */
export function GoalFacts({ placed, content }: { placed: PlacedGoal | null; content: ProtocolContent }) {
  const words = documentWords(content);
  return placed ? <Smalls texts={factsOf(placed, words)} /> : null;
}

function factsOf({ goal, depth }: PlacedGoal, words: Wording): string[] {
  if (depth === 2) {
    return [stepLine(goal as ProtocolStep, words).about];
  }
  if (depth === 0) {
    return [];
  }
  const { commitment, facts } = actionGoal(goal as ProtocolActionGoal, words);
  const label = words.t('protocol.goal.scale');
  const numbers = facts.filter((fact) => fact.label === label).map(told);
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
}

/** What became of the goal: the outcome, what was said of it, what stood in the way. */
export function Became({ review, content }: ReviewProps) {
  const words = documentWords(content);
  const { result, text, obstacle } = reviewRow(review, words);
  const became = told({ label: words.t('protocol.review.result'), text: joinedParts([result, text], ': ') });
  const against = obstacle ? told({ label: words.t('protocol.review.obstacle'), text: obstacle }) : '';
  return <Smalls texts={[became, against]} />;
}

/** How it goes on and why, and everybody's number then and now. */
export function GoesOn({ review, content }: ReviewProps) {
  const t = useT();
  const words = documentWords(content);
  const { consequence, scales } = reviewRow(review, words);
  const how = consequence ? told({ label: words.t('protocol.review.consequence'), text: consequence }) : '';
  return (
    <>
      <Smalls texts={[scales, how]} />
      {review.reason ? (
        <p className={styles['small']}>{t('signing.compare_why', { text: review.reason })}</p>
      ) : null}
    </>
  );
}

function Smalls({ texts }: { texts: readonly string[] }) {
  return texts.filter(Boolean).map((text) => (
    <p key={text} className={styles['small']} {...ofPlan(text)}>
      {text}
    </p>
  ));
}
