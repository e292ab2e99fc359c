import type { OwnCard } from '#shared/documents/own/cards.ts';
import { flatten } from '#shared/documents/plan/goals.ts';
import type { Plan } from '#shared/documents/plan/plan.ts';
import { TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import { stepOf } from '#shared/meeting/agenda.ts';
import { sectionOfRole } from '#shared/meeting/voices.ts';
import { useT, useView } from '../app/context.ts';

/** Where a card stands in the plan once it is shown. */
export interface CardPlace {
  /** "bei den Zielen": as it stands in a sentence. */
  words: string;
  /** The shared screen shows that part of the plan now. */
  isOnScreen: boolean;
}

/** Where cards of one kind go, and whether a shared screen shows it in the step that the meeting is at. */
export function usePlaceOf({ kind, to }: Pick<OwnCard, 'kind' | 'to'>): CardPlace {
  const t = useT();
  const { me, meeting, phase, screens } = useView();
  const { panel, texts = [] } = stepOf(phase).wall;
  if (kind !== 'satz') {
    const shows = panel === (kind === 'ziel' ? 'goals' : 'resources');
    return { words: t(`own.place.${kind}`), isOnScreen: screens > 0 && shows };
  }
  const section = TEXT_SECTIONS.find((code) => code === to) ?? sectionOfRole(me.role);
  const title = t(`table.section.${section}`, { name: meeting.childName });
  return {
    words: t('own.place.satz', { section: title }),
    isOnScreen: screens > 0 && texts.includes(section),
  };
}

/** The words of a shown card as they stand in the plan by now; null where they are off the table. */
export function wordsInPlan({ goals, resources, texts }: Plan, id: string): string | null {
  const goal = flatten(goals).find((one) => one.id === id);
  const resource = resources.find((one) => one.id === id);
  const text = Object.values(texts)
    .flat()
    .find((one) => one.id === id);
  return goal?.sentence ?? resource?.title ?? text?.paragraphs.join('\n') ?? null;
}
