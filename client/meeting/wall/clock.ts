import { useEffect, useState } from 'react';
import { useView } from '../../app/context.ts';
import { minutesLeft } from './minutes.ts';

const LOOK_MS = 5_000;

/** Minutes left of the current step. Told in whole minutes: seconds would hurry people. */
export function useMinutesLeft(): number {
  const { phaseStartedAt, phaseMinutes, serverTime } = useView();
  const [ahead, setAhead] = useState(() => Date.parse(serverTime) - Date.now());
  const [, look] = useState(0);
  useEffect(() => setAhead(Date.parse(serverTime) - Date.now()), [serverTime]);
  useEffect(() => {
    const timer = setInterval(() => look((count) => count + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.min(phaseMinutes, minutesLeft(phaseStartedAt, phaseMinutes, Date.now() + ahead));
}
