import type { Goal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { linkResource } from '#shared/documents/plan/resources.ts';
import { useDoc, usePlan, useT, useWritable } from '../../../app/context.ts';
import { IconButton } from '../../../ui/controls/Button.tsx';
import { X } from '../../../ui/icons.ts';
import { InBoth } from '../../../ui/text/InBoth.tsx';
import { inParts, planWords } from '../../../ui/text/in-parts.ts';
import { ResourceChip } from '../../cards/ResourceChip.tsx';
import { HelpPicker } from '../../fields/HelpPicker.tsx';
import { helpsOf } from '../../words/resources.ts';
import styles from './GoalDetails.module.css';

/** Who or what helps with it, and a place for more. */
export function Helps({ goal }: { goal: Goal }) {
  const t = useT();
  const doc = useDoc();
  const plan = usePlan();
  const writable = useWritable('resources');
  const helps = helpsOf(plan, goal.id);
  return (
    <div className={styles['part']}>
      {helps.length > 0 ? <h3 className={styles['heading']}>{t('outline.helps')}</h3> : null}
      <ul className={styles['helps']}>
        {helps.map((resource) => (
          <li key={resource.id}>
            <ResourceChip domain={resource.domain} title={resource.title} />
            {writable ? (
              <IconButton
                size="small"
                icon={<X />}
                label={<InBoth parts={inParts(t('outline.unlink', { title: planWords(resource.title) }))} />}
                onClick={() => linkResource(doc, resource.id, goal.id, false, ORIGIN.list)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {writable ? <HelpPicker goal={goal} /> : null}
    </div>
  );
}
