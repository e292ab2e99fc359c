import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import { formatList } from '../../app/format.ts';
import { joined, type Words } from './words.ts';

const EASE: Partial<Record<Resource['state'], number>> = { aktiviert: 0, verbunden: 1 };

/** Who or what helps with a goal; what helps already comes first. */
export function helpsOf({ resources }: Pick<Plan, 'resources'>, goalId: string): Resource[] {
  const weight = ({ state }: Resource): number => EASE[state] ?? 2;
  return resources
    .filter(({ supports }) => supports.includes(goalId))
    .sort((one, other) => weight(one) - weight(other));
}

/** How a resource is used, as sign and in words. */
export interface Usage {
  use: 'helps' | 'free' | 'linked';
  text: string;
}

/** How a resource is used, as sign and in words. */
export function usageOf({ t, locale, plan }: Words, resource: Resource): Usage {
  const goals = flatten(plan.goals).filter((goal) => resource.supports.includes(goal.id));
  const numbers = formatList(
    goals.map((goal) => goal.number),
    locale,
  );
  const some = goals.length > 0;
  switch (resource.state) {
    case 'aktiviert':
      return { use: 'helps', text: some ? t('board.use.helps', { numbers }) : t('board.use.helps_all') };
    case 'verbunden':
      return { use: 'linked', text: some ? t('board.use.linked', { numbers }) : t('board.use.linked_all') };
    case 'erkannt':
      return { use: 'free', text: some ? t('board.use.fits', { numbers }) : t('board.use.free') };
    case 'belastet':
      return { use: 'free', text: t('board.use.strained') };
    case 'weggefallen':
      return { use: 'free', text: t('board.use.lost') };
  }
}

/** A resource in one sentence for screen readers. */
export function spokenResource(words: Words, resource: Resource): string {
  const { t } = words;
  return t('board.a.resource', {
    domain: t(`board.domain.${resource.domain}`),
    title: joined([resource.title || t('board.empty_sentence'), resource.description], ', '),
    use: usageOf(words, resource).text,
  });
}
