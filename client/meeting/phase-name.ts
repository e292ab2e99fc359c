import type { MeetingPhase } from '#shared/domain/codes.ts';
import type { Translate } from '#shared/i18n/translate.ts';

/** "Leons Sicht", "Rückblick": short, for the bar. */
export function phaseName(phase: MeetingPhase, childName: string, t: Translate): string {
  return t(`table.phase.${phase}`, { name: childName });
}
