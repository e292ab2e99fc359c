import type { ComponentType } from 'react';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { ListName } from '#shared/meeting/step.ts';
import { RemovedList } from '../../plan/list/RemovedList.tsx';
import { ResourceList } from '../../plan/list/ResourceList.tsx';
import { goalCount } from '../../plan/words/goals.ts';
import { ReviewList } from '../review/ReviewList.tsx';
import { Goals } from './Goals.tsx';
import type { ListProps } from './list-props.ts';

interface List {
  Items: ComponentType<ListProps>;
  /** How many there are, in words; nothing where that says nothing. */
  count(plan: Plan, t: Translate): string;
}

/** The lists beside the table. A list of the agenda that is missing here fails the build. */
export const LISTS = {
  goals: { Items: Goals, count: ({ goals }, t) => goalCount({ t }, goals) },
  resources: {
    Items: Resources,
    count: ({ resources }, t) => t('table.resource_count', { count: resources.length }),
  },
  review: { Items: ReviewList, count: () => '' },
} satisfies Record<ListName, List>;

function Resources({ selected, onSelect }: ListProps) {
  return (
    <>
      <ResourceList selected={selected} onSelect={onSelect} />
      <RemovedList of="resources" />
    </>
  );
}
