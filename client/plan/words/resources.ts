import { flatten } from '#shared/documents/plan/goals.ts';
import { nearnessOf } from '#shared/documents/plan/nearness.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import { USES, type Use } from '#shared/protocol/report/uses.ts';
import { formatList } from '../../app/format.ts';
import { inParts, type Part, planWords } from '../../ui/text/in-parts.ts';
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
export interface Usage extends Pick<Use, 'use'> {
  text: string;
}

/** How a resource is used, as sign and in words. */
export function usageOf({ t, locale, plan }: Words, resource: Resource): Usage {
  const goals = flatten(plan.goals).filter((goal) => resource.supports.includes(goal.id));
  const numbers = formatList(
    goals.map((goal) => goal.number),
    locale,
  );
  const { use, some, none } = USES[resource.state];
  return { use, text: goals.length > 0 ? t(some, { numbers }) : t(none) };
}

/** A resource in one sentence for screen readers. */
export function spokenResource(words: Words, resource: Resource): Part[] {
  const { t } = words;
  const nearness = nearnessOf(resource.pos);
  const spoken = t('board.a.resource', {
    domain: t(`code.resourceDomain.${resource.domain}`),
    title: joined(
      [
        planWords(resource.title) || t('board.empty_sentence'),
        planWords(resource.description),
        nearness === null ? '' : t(`board.nearness.${nearness}`),
      ],
      ', ',
    ),
    use: usageOf(words, resource).text,
  });
  return inParts(spoken);
}
