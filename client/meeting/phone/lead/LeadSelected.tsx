import { useEffect } from 'react';
import { useSession, useView } from '../../../app/context.ts';
import { useOpened } from '../../../app/opened.ts';
import { useKeptSelected } from '../../kept-selected.ts';
import { useSelectedElsewhere } from '../../useFocus.ts';

/**
 * Tells the round what who leads has open on this phone, so that all screens go along. Another device of
 * theirs that has something selected leads; the phone is silent then.
 */
export function LeadSelected() {
  const session = useSession();
  const { state } = useView();
  const opened = [useOpened('goal'), useOpened('strength'), useKeptSelected()].find((id) => id !== null);
  const isLed = useSelectedElsewhere() !== null;
  const selected = state === 'open' && !isLed ? (opened ?? null) : null;
  useEffect(() => {
    session.setPresence({ selected });
  }, [session, selected]);
  return null;
}
