import { useEffect, useRef, useState } from 'react';
import { useT, useView } from '../../app/context.ts';
import { inParts } from '../../ui/text/in-parts.ts';
import { useIsTyping } from '../../ui/useIsTyping.ts';
import { happenings } from './happenings.ts';
import { NOTHING_SAID, Region, sayNext } from './Region.tsx';

/** A line that breaks for less than this has not made anybody go and come. */
const SETTLE_MS = 800;

/** Says to screen readers what happens at the table, and never while one is typing. */
export function Happenings() {
  const t = useT();
  const view = useView();
  const isTyping = useIsTyping();
  const told = useRef(view);
  const [said, setSaid] = useState(NOTHING_SAID);
  useEffect(() => {
    const tell = (): void => {
      if (isTyping()) {
        timer = setTimeout(tell, SETTLE_MS);
        return;
      }
      const words = happenings(told.current, view, t).join(' ');
      told.current = view;
      if (words !== '') {
        setSaid(sayNext(inParts(words)));
      }
    };
    let timer = setTimeout(tell, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [view, t, isTyping]);
  return <Region said={said} testId="happenings" />;
}
