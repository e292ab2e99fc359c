import { useState } from 'react';
import type { SeatEvent, TableView } from '#shared/api/view.ts';
import { useView } from '../../app/context.ts';
import { recall, remember } from '../../app/memory.ts';

type Kind = keyof Pick<TableView, 'notMe' | 'turnedAway'>;

/** The names under which the device remembers. */
const KEYS = { notMe: 'not_me', turnedAway: 'turned_away' } as const satisfies Record<Kind, string>;

/** What happened to seats and was not yet seen on this device; and the way to say so. */
export function useTold(kind: Kind): [readonly SeatEvent[], (told: SeatEvent) => void] {
  const all = useView()[kind];
  const keyOf = ({ participationId }: SeatEvent): string => `${KEYS[kind]}.${participationId}`;
  // Beside what the device remembers, since a browser may forbid that.
  const [seenNow, setSeenNow] = useState<Readonly<Record<string, string>>>({});
  const unseen = all.filter((told) => {
    const last = seenNow[keyOf(told)] ?? recall(keyOf(told)) ?? '';
    return last < told.at;
  });
  const seen = (told: SeatEvent): void => {
    remember(keyOf(told), told.at);
    setSeenNow((before) => ({ ...before, [keyOf(told)]: told.at }));
  };
  return [unseen, seen];
}
