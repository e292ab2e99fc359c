import { flatten, type Goal } from '#shared/documents/plan/goals.ts';
import { NEARNESS, type Nearness, nearnessOf } from '#shared/documents/plan/nearness.ts';
import type { Resource } from '#shared/documents/plan/resources.ts';
import { MAX_DEPTH } from '#shared/documents/plan/tree.ts';
import { resourceDomain } from '#shared/domain/codes.ts';
import { inParts, type Part, planWords } from '../../../ui/text/in-parts.ts';
import type { Words } from '../../words/words.ts';

/** One place in the list "Wohin?". */
export type Where =
  | { key: string; text: Part[]; move: { parentId: string | null; after: string | null } }
  | { key: string; text: Part[]; link: string }
  | { key: string; text: Part[]; nearness: Nearness }
  | { key: string; text: Part[]; domain: Resource['domain'] };

/** Places that a goal can go to: first or after a sibling of any branch that has room for it. */
export function placesForGoal({ t, plan }: Words, goal: Goal): Where[] {
  const height = heightOf(goal);
  const inside = new Set(flatten([goal]).map(({ id }) => id));
  const places: Where[] = [];
  const offer = (parentId: string | null, after: Goal | null, text: string): void => {
    places.push({
      key: `${parentId}/${after?.id}`,
      text: inParts(text),
      move: { parentId, after: after?.id ?? null },
    });
  };
  if (goal.depth === 0) {
    offer(null, null, t('board.where_first'));
    for (const other of plan.goals.filter(({ id }) => id !== goal.id)) {
      offer(
        null,
        other,
        t('board.where_after', { number: other.number, sentence: planWords(other.sentence) }),
      );
    }
    return places;
  }
  for (const parent of flatten(plan.goals)) {
    if (inside.has(parent.id) || parent.depth + height > MAX_DEPTH || parent.depth !== goal.depth - 1) {
      continue;
    }
    offer(
      parent.id,
      null,
      t('board.where_under', { number: parent.number, sentence: planWords(parent.sentence) }),
    );
    for (const child of parent.children.filter(({ id }) => id !== goal.id)) {
      offer(
        parent.id,
        child,
        t('board.where_after', { number: child.number, sentence: planWords(child.sentence) }),
      );
    }
  }
  offer(null, plan.goals.at(-1) ?? null, t('board.where_top'));
  return places;
}

/** Places of a strength: nearer or farther, another field, or a goal it helps with. */
export function placesForResource({ t, plan }: Words, resource: Resource): Where[] {
  const domains = resourceDomain
    .filter((domain) => domain !== resource.domain)
    .map(
      (domain): Where => ({
        key: domain,
        text: inParts(t('board.where_domain', { domain: t(`code.resourceDomain.${domain}`) })),
        domain,
      }),
    );
  const goals = flatten(plan.goals)
    .filter(({ id, depth }) => depth === 1 && !resource.supports.includes(id))
    .map(
      ({ id, number, sentence }): Where => ({
        key: id,
        text: inParts(t('board.where_help', { number, sentence: planWords(sentence) })),
        link: id,
      }),
    );
  const rings = NEARNESS.filter((nearness) => nearness !== nearnessOf(resource.pos)).map(
    (nearness): Where => ({ key: nearness, text: inParts(t(`board.nearness.${nearness}`)), nearness }),
  );
  return [...rings, ...goals, ...domains];
}

function heightOf(goal: Goal): number {
  return 1 + Math.max(0, ...goal.children.map(heightOf));
}
