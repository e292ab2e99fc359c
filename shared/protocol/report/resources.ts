import { resourceDomain } from '../../domain/codes.ts';
import { compareNumbers } from '../reviews.ts';
import type { ProtocolContent, ProtocolResource } from '../schema.ts';
import type { Block, ResourceGroup } from './blocks.ts';
import { USES } from './uses.ts';
import type { Wording } from './wording.ts';

/** Strengths by domain, in the order of the map. */
export function resourceBlocks(content: ProtocolContent, words: Wording): Block[] {
  const groups = resourceGroups(content, words);
  return groups.length > 0 ? [{ kind: 'resources', groups }] : [];
}

/** The four domains: top left, top right, bottom left, bottom right. Those without anything are left out. */
export function resourceGroups(content: ProtocolContent, words: Wording): ResourceGroup[] {
  const numbers = goalNumbers(content);
  return resourceDomain.flatMap((domain) => {
    const found = (content.resources ?? []).filter((resource) => resource.domain === domain);
    const items = found.map((resource) => ({
      id: resource.id,
      title: resource.title,
      description: resource.description ?? '',
      note: noteOf(resource, numbers, words),
      used: USES[resource.state].use !== 'free',
      pos: resource.pos ?? null,
    }));
    return items.length > 0 ? [{ domain, title: words.t(`code.resourceDomain.${domain}`), items }] : [];
  });
}

function noteOf(resource: ProtocolResource, numbers: ReadonlyMap<string, string>, words: Wording): string {
  const goals = (resource.supports ?? []).flatMap((id) => numbers.get(id) ?? []).sort(compareNumbers);
  const { some, none } = USES[resource.state];
  return goals.length === 0 ? words.t(none) : words.t(some, { numbers: words.list(goals) });
}

function goalNumbers(content: ProtocolContent): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const direction of content.goals ?? []) {
    numbers.set(direction.id, direction.number);
    for (const goal of direction.goals ?? []) {
      numbers.set(goal.id, goal.number);
      for (const step of goal.steps ?? []) {
        numbers.set(step.id, step.number);
      }
    }
  }
  return numbers;
}
