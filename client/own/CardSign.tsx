import type { CardKind } from '#shared/documents/own/cards.ts';
import { MessageCircle, Star, Target } from '../ui/icons.ts';

const SIGNS: Record<CardKind, typeof Star> = { ziel: Target, staerke: Star, satz: MessageCircle };

/** What kind of card it is; a word always stands beside it. */
export function CardSign({ kind }: { kind: CardKind }) {
  const Icon = SIGNS[kind];
  return <Icon aria-hidden="true" />;
}
