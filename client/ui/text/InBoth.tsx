import type { Part } from './in-parts.ts';
import { ofPlan } from './of-plan.ts';

/** A sentence of the page with words of the plan in it, each in its language. */
export function InBoth({ parts }: { parts: readonly Part[] }) {
  return parts.map(({ words, isPlan }, index) => (
    // Parts of one sentence have no identity but their place.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    <span key={index} {...(isPlan ? ofPlan(words) : {})}>
      {words}
    </span>
  ));
}

export interface SpokenNameProps {
  /** What `aria-labelledby` begins with; see `spokenIds`. */
  id: string;
  parts: readonly Part[];
  /** Words of the plan that stand on the page: they are pointed to there. */
  seen: SeenWords | null;
}

/** Words that stand on the page, and the id of the element that holds them. */
export interface SeenWords {
  words: string;
  id: string;
}

/** The ids that `aria-labelledby` names, in the order of the sentence. */
export function spokenIds({ id, parts, seen }: SpokenNameProps): string {
  return parts.map((part, index) => (isSeen(part, seen) ? seen?.id : `${id}-${index}`)).join(' ');
}

/**
 * What something is called, for `aria-labelledby`, in both languages: an attribute could have only one. What
 * stands on the page already is not written again.
 */
export function SpokenName({ id, parts, seen }: SpokenNameProps) {
  return parts.map((part, index) =>
    isSeen(part, seen) ? null : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a part is called by.
      <span key={index} id={`${id}-${index}`} hidden>
        <InBoth parts={[part]} />
      </span>
    ),
  );
}

function isSeen(part: Part, seen: SeenWords | null): boolean {
  return part.isPlan && part.words === seen?.words;
}
