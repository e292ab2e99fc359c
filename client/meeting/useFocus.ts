import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import { useSession, useStore, useView } from '../app/context.ts';

/**
 * The record that who leads has selected, where that is known: phones and the shared screen follow it.
 * While nobody who leads is connected, as during a reload, it is what was selected last.
 */
export function useFocus(): string | null {
  const { participants: seats } = useView();
  const others = useStore(useSession().others);
  const leaders = new Set(seats.filter((seat) => leads(seat.role)).map((seat) => seat.participationId));
  const here = [...others.values()].filter(({ user }) => leaders.has(user.participationId));
  const now = here.find(({ selected }) => selected)?.selected ?? null;
  const [last, setLast] = useState(now);
  if (here.length > 0 && now !== last) {
    setLast(now);
  }
  return here.length > 0 ? now : last;
}
