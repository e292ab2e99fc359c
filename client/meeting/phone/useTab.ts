import { useState } from 'react';
import { useView } from '../../app/context.ts';

/**
 * The open part of the phone. Where the meeting goes, phones go along; who is writing stays,
 * unless their part is over when the plan is read (UI42).
 *
 * @param first the part that follows the meeting
 * @param staysInReading whether a part is there while the plan is read
 */
export function useTab<Tab extends string>(
  first: Tab,
  staysInReading: (tab: Tab) => boolean,
): [Tab, (tab: Tab) => void] {
  const { phase, state } = useView();
  const [tab, setTab] = useState<Tab>(first);
  // Freezing lasts a moment and shows what frozen shows: nobody is turned away a second time.
  const at = `${phase} ${state === 'freezing' ? 'frozen' : state}`;
  const [followed, setFollowed] = useState(at);
  if (followed !== at) {
    setFollowed(at);
    const isOver = state !== 'open' && !staysInReading(tab);
    if (isOver || !isWriting()) {
      setTab(first);
    }
  }
  return [tab, setTab];
}

function isWriting(): boolean {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || at.matches('textarea, input'));
}
