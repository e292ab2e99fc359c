import { resourceDomain } from '#shared/domain/codes.ts';
import { compareNumbers } from '#shared/protocol/reviews.ts';
import type { ProtocolContent, ProtocolResource } from '#shared/protocol/schema.ts';
import type { Wording } from './wording.ts';

/** The four domains in their order on the map: top left, top right, bottom left, bottom right. */
export const RESOURCE_DOMAINS = resourceDomain;

/** "hilft bei 1.1 und 2.1"; where it helps with nothing yet, or is not there now, its state. */
export function resourceNote(resource: ProtocolResource, content: ProtocolContent, words: Wording): string {
  const lost = resource.state === 'weggefallen' || resource.state === 'belastet';
  const numbers = (resource.supports ?? []).flatMap((id) => numberOf(id, content) ?? []).sort(compareNumbers);
  if (lost || (numbers.length === 0 && resource.state !== 'erkannt')) {
    return words.label('resourceState', resource.state);
  }
  return numbers.length === 0 ? words.t('protocol.resource.free') : helpsWith(numbers, words);
}

function helpsWith(numbers: readonly string[], { t }: Wording): string {
  const last = numbers.at(-1) ?? '';
  return numbers.length === 1
    ? t('protocol.resource.helps', { numbers: last })
    : t('protocol.resource.helpsMany', { numbers: numbers.slice(0, -1).join(', '), last });
}

function numberOf(goalId: string, content: ProtocolContent): string | undefined {
  for (const direction of content.goals ?? []) {
    for (const goal of [direction, ...(direction.goals ?? [])]) {
      const found = [goal, ...('steps' in goal ? (goal.steps ?? []) : [])].find(({ id }) => id === goalId);
      if (found) {
        return found.number;
      }
    }
  }
  return undefined;
}
