import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';

/** What is said, and the how-manieth time something is: the same words are heard again. */
export interface Said {
  words: string;
  count: number;
}

export const NOTHING_SAID: Said = { words: '', count: 0 };

/** Words that come after others. */
export function sayNext(words: string): (before: Said) => Said {
  return ({ count }) => ({ words, count: count + 1 });
}

/**
 * A part of the page that screen readers read out when it changes. It stands there from the start:
 * one that comes with its words is not heard by all.
 */
export function Region({ said, testId }: { said: Said; testId: string }) {
  return (
    <VisuallyHidden>
      <span role="status" data-testid={testId}>
        {said.words === '' ? null : <span key={said.count}>{said.words}</span>}
      </span>
    </VisuallyHidden>
  );
}
