import { useLayoutEffect } from 'react';
import { useView } from '../../app/context.ts';
import { close, keepOpened, open, openedNow, useOpened } from '../../app/opened.ts';
import { isWriting } from './writing.ts';

/** What is opened inside a part goes with it. */
const INSIDE = ['goal', 'strength', 'look', 'whole', 'asks', 'answer'];

/**
 * The open part of the phone; it outlives a reload, and back goes to the one before (UI56). Where the
 * meeting goes, phones go along; who is writing stays, unless their part is over when the plan is
 * read (UI42).
 *
 * @param tabs the parts; the first follows the meeting
 * @param staysInReading whether a part is there while the plan is read
 */
export function useTab<Tab extends string>(
  tabs: readonly [Tab, ...Tab[]],
  staysInReading: (tab: Tab) => boolean,
): [Tab, (tab: Tab) => void] {
  const { phase, state } = useView();
  const [first] = tabs;
  const kept = useOpened('tab');
  const tab = tabs.find((one) => one === kept) ?? first;
  // Freezing lasts a moment and shows what frozen shows: nobody is turned away a second time.
  const at = `${phase} ${state === 'freezing' ? 'frozen' : state}`;
  useLayoutEffect(() => {
    const known = openedNow();
    if (known['at'] !== at) {
      const isOver = state !== 'open' && !staysInReading(tab);
      const stays = known['at'] === undefined || (!isOver && isWriting());
      keepOpened(stays ? { ...known, at } : { at });
    }
  });
  return [tab, (next) => (next === first ? close('tab', INSIDE) : open('tab', next, INSIDE))];
}
