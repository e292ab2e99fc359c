import { InBoth } from '../../ui/text/InBoth.tsx';
import type { Part } from '../../ui/text/in-parts.ts';
import { VisuallyHidden } from '../../ui/text/VisuallyHidden.tsx';

/** What is said, and the how-manieth time something is: the same words are heard again. */
export interface Said {
  parts: readonly Part[];
  count: number;
}

export const NOTHING_SAID: Said = { parts: [], count: 0 };

/** Words that come after others. */
export function sayNext(parts: readonly Part[]): (before: Said) => Said {
  return ({ count }) => ({ parts, count: count + 1 });
}

/**
 * A part of the page that screen readers read out when it changes. It stands there from the start:
 * one that comes with its words is not heard by all.
 */
export function Region({ said, testId }: { said: Said; testId: string }) {
  return (
    <VisuallyHidden>
      <span role="status" data-testid={testId}>
        {said.parts.length === 0 ? null : (
          <span key={said.count}>
            <InBoth parts={said.parts} />
          </span>
        )}
      </span>
    </VisuallyHidden>
  );
}
