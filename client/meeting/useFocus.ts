import { useState } from 'react';
import { leads } from '#shared/access/parts.ts';
import type { PresenceState } from '#shared/wire/presence.ts';
import { useSession, useStore, useView } from '../app/context.ts';

/**
 * The record that who leads has selected, where that is known: phones and the shared screen follow it.
 * While nobody who leads is connected, as during a reload, it is what was selected last.
 */
export function useFocus(): string | null {
  const here = useLeading();
  const now = selectedIn(here);
  const [last, setLast] = useState(now);
  if (here.length > 0 && now !== last) {
    setLast(now);
  }
  return here.length > 0 ? now : last;
}

/** What another device of who leads has selected just now. */
export function useSelectedElsewhere(): string | null {
  return selectedIn(useLeading());
}

/** Other devices of who leads that are connected. */
function useLeading(): readonly PresenceState[] {
  const { participants: seats } = useView();
  const others = useStore(useSession().others);
  const leaders = new Set(seats.filter((seat) => leads(seat.role)).map((seat) => seat.participationId));
  return [...others.values()].filter(({ user }) => leaders.has(user.participationId));
}

function selectedIn(here: readonly PresenceState[]): string | null {
  return here.find(({ selected }) => selected)?.selected ?? null;
}
