import { leads } from '#shared/access/parts.ts';
import { useSession, useStore, useView } from '../app/context.ts';

/** The record that who leads has selected, where that is known: phones and the shared screen follow it. */
export function useFocus(): string | null {
  const { participants: seats } = useView();
  const others = useStore(useSession().others);
  const leaders = new Set(seats.filter((seat) => leads(seat.role)).map((seat) => seat.participationId));
  for (const { user, selected } of others.values()) {
    if (selected && leaders.has(user.participationId)) {
      return selected;
    }
  }
  return null;
}
