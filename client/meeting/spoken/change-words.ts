import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Change, Place } from '../../plan/words/changes.ts';
import { inParts, type Part, planWords } from '../../ui/text/in-parts.ts';

/** A change and who made it, by name. */
export type NamedChange = Change & { name: string };

export interface ChangeContext {
  t: Translate;
  plan: Plan;
  childName: string;
}

/** "Frau Wegner: Handlungsziel 1.1, „Ich koche mittwochs“. Leon: Stärke „Oma Renate“." Each place once, in its last words. */
export function changeWords(changes: readonly NamedChange[], at: ChangeContext): Part[] {
  const names = [...new Set(changes.map(({ name }) => name))];
  const sentences = names.map((name) => {
    const places = new Map(
      changes
        .filter((change) => change.name === name)
        .map((change) => [`${change.part}/${change.record}`, placeOf(change, at)]),
    );
    return at.t('outline.changed', { name, places: [...places.values()].join('; ') });
  });
  return inParts(sentences.join(' '));
}

/** A place in words for `inParts`, with what stands there now: "Handlungsziel 1.1, „Ich koche mittwochs“". */
export function placeOf(change: Place, { t, plan, childName }: ChangeContext): string {
  const { part, record } = change;
  const section = TEXT_SECTIONS.find((name) => part === sectionPart(name));
  if (section) {
    const place = t(`table.section.${section}`, { name: childName });
    return withWords(place, change.words ?? '', t);
  }
  if (change.gone) {
    return t('outline.changed.gone', { words: planWords(change.gone) });
  }
  if (part === 'goals') {
    const goal = flatten(plan.goals).find(({ id }) => id === record);
    return goal
      ? withWords(t(`outline.level.${goal.level}`, { number: goal.number }), goal.sentence, t)
      : t('outline.changed.goals');
  }
  if (part === 'resources') {
    const resource = plan.resources.find(({ id }) => id === record);
    return withWords(t('outline.changed.resources'), resource?.title ?? '', t);
  }
  const agreement = plan.agreements.find(({ id }) => id === record);
  return withWords(t('outline.changed.arrangements'), agreement?.text ?? '', t);
}

function withWords(place: string, words: string, t: Translate): string {
  return words.trim() === '' ? place : t('outline.changed.words', { place, words: planWords(words.trim()) });
}
