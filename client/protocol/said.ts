import type { SignoffState } from '#shared/api/view.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import type { Decision } from '#shared/protocol/decisions.ts';
import { formatDay } from '../app/format.ts';

/** A decision as it is told of somebody: "einverstanden", "möchte noch nachdenken, bis 17. März". */
export function saidOf(
  said: { decision: Decision; thinkUntil: string | null },
  t: Translate,
  locale: string,
): string {
  return said.decision === 'bedenkzeit' && said.thinkUntil
    ? t('signing.said.bedenkzeit_until', { date: formatDay(said.thinkUntil, locale) })
    : t(`signing.said.${said.decision}`);
}

/** Has answered, and has not decided yet. */
export function isThinking({ decision }: Pick<SignoffState, 'decision'>): boolean {
  return decision === 'bedenkzeit';
}
