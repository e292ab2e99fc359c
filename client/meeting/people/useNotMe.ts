import { useState } from 'react';
import type { NotMe } from '#shared/api/view.ts';
import { useView } from '../../app/context.ts';
import { recall, remember } from '../../app/memory.ts';

const keyOf = ({ participationId }: NotMe): string => `not_me.${participationId}`;

/** Links that reached somebody else and were not yet seen on this device; and the way to say so. */
export function useNotMe(): [readonly NotMe[], (told: NotMe) => void] {
  const { notMe } = useView();
  // Beside what the device remembers, since a browser may forbid that.
  const [seenNow, setSeenNow] = useState<Readonly<Record<string, string>>>({});
  const unseen = notMe.filter((told) => {
    const last = seenNow[keyOf(told)] ?? recall(keyOf(told)) ?? '';
    return last < told.at;
  });
  const seen = (told: NotMe): void => {
    remember(keyOf(told), told.at);
    setSeenNow((before) => ({ ...before, [keyOf(told)]: told.at }));
  };
  return [unseen, seen];
}
