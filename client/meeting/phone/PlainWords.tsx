import { type ReactNode, useContext, useMemo } from 'react';
import type { MessageKey } from '#shared/i18n/messages.ts';
import type { Translate } from '#shared/i18n/translate.ts';
import { LanguageContext } from '../../app/context.ts';

/** What goals are called on a phone, in the place of the terms of the field (UI141). */
const PLAIN: Partial<Record<MessageKey, MessageKey>> = {
  'ui.card.direction': 'table.plain.direction',
  'ui.card.action': 'table.plain.action',
  'outline.level.richtungsziel': 'table.plain.direction',
  'outline.level.handlungsziel': 'table.plain.action',
  'outline.add_direction': 'table.plain.add_direction',
  'outline.add_action': 'table.plain.add_action',
  'outline.no_move.too_deep': 'table.plain.too_deep',
};

/** Inside, goals are called as a family calls them. */
export function PlainWords({ children }: { children: ReactNode }) {
  const around = useContext(LanguageContext);
  const plain = useMemo(() => around && { ...around, t: plainly(around.t) }, [around]);
  return <LanguageContext value={plain}>{children}</LanguageContext>;
}

function plainly(t: Translate): Translate {
  const say = t as (key: MessageKey, ...values: unknown[]) => string;
  return (key: MessageKey, ...values: unknown[]) => say(PLAIN[key] ?? key, ...values);
}
