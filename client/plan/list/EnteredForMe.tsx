import { useState } from 'react';
import { flatten, setScale } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { useDoc, usePlan, useT, useView, useWritable } from '../../app/context.ts';
import { Button } from '../../ui/controls/Button.tsx';
import { Notice } from '../../ui/feedback/Notice.tsx';
import { InBoth } from '../../ui/text/InBoth.tsx';
import { inParts, planWords } from '../../ui/text/in-parts.ts';
import { personOf } from '../words/people.ts';

interface Entry {
  goalId: string;
  sentence: string;
  value: number;
  by: string;
}

/** Somebody has entered a number for me: said at once, with the way to take it away again. */
export function EnteredForMe() {
  const t = useT();
  const doc = useDoc();
  const { me, persons } = useView();
  const mine = me.person?.id ?? null;
  const plan = usePlan();
  const entries = mine === null ? [] : entriesFor(plan, mine);
  const [known, setKnown] = useState(() => new Set(entries.map(nameOf)));
  const entry = entries.find((one) => !known.has(nameOf(one)));
  const isWritable = useWritable('goals');
  if (!entry || mine === null) {
    return null;
  }
  const words = t('outline.entered_for_me', {
    by: personOf({ persons }, entry.by)?.name ?? '',
    value: entry.value,
    sentence: planWords(entry.sentence) || t('outline.empty_sentence'),
  });
  const understand = (): void => setKnown(new Set(entries.map(nameOf)));
  return (
    <Notice
      announce="status"
      actions={
        <>
          {isWritable ? (
            <Button
              size="small"
              variant="ghost"
              onClick={() => setScale(doc, entry.goalId, mine, null, ORIGIN.list)}
              data-testid="entered-for-me-away"
            >
              {t('outline.entered_for_me_away')}
            </Button>
          ) : null}
          <Button size="small" onClick={understand} data-testid="entered-for-me-known">
            {t('outline.entered_for_me_known')}
          </Button>
        </>
      }
    >
      <span data-testid="entered-for-me">
        <InBoth parts={inParts(words)} />
      </span>
    </Notice>
  );
}

function entriesFor({ goals }: Plan, mine: string): Entry[] {
  return flatten(goals).flatMap(({ id, sentence, scales, scalesBy }) => {
    const [value, by] = [scales[mine], scalesBy[mine]];
    return value === undefined || by === undefined ? [] : [{ goalId: id, sentence, value, by }];
  });
}

function nameOf({ goalId, value, by }: Entry): string {
  return `${goalId} ${value} ${by}`;
}
