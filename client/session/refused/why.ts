import { CARDS } from '#shared/documents/own/cards.ts';
import { sectionPart, TEXT_SECTIONS } from '#shared/documents/plan/roots.ts';
import type { PlainKey } from '#shared/i18n/translate.ts';
import { useSession, useStore, useT, useView } from '../../app/context.ts';
import type { WhyRefused } from '../types.ts';

/** What is said where the plan was closed, by what it is now. */
const LOCKED: Partial<Record<string, PlainKey>> = {
  open: 'refused.locked_open',
  sealed: 'refused.locked_sealed',
};

/** Why something was not taken over, as it is true now. */
export function useWhy(code: WhyRefused): string {
  const t = useT();
  const state = useStore(useSession().plan.wire)?.state;
  return t((code === 'locked' && state ? LOCKED[state] : undefined) ?? `refused.${code}`);
}

const PARTS: Partial<Record<string, PlainKey>> = {
  goals: 'table.list.goals',
  resources: 'table.list.resources',
  service: 'table.service',
  agreements: 'table.agreements',
  meta: 'table.next_review',
  [CARDS]: 'own.title',
};

/** Where it belonged, in words: a part of the plan, else the field as it is called. */
export function usePlaceName(place: string | undefined): string | null {
  const t = useT();
  const { meeting } = useView();
  const section = TEXT_SECTIONS.find((code) => sectionPart(code) === place);
  if (section) {
    return t(`table.section.${section}`, { name: meeting.childName });
  }
  const part = place === undefined ? undefined : PARTS[place];
  return part ? t(part) : (place ?? null);
}
