import { useEffect, useState } from 'react';
import { useView } from '../../app/context.ts';
import { minutesLeft } from './minutes.ts';

const LOOK_MS = 5_000;

/** Minutes left of the current step. Told in whole minutes: seconds would hurry people. */
export function useMinutesLeft(): number {
  const { phaseStartedAt, phaseMinutes, serverTime } = useView();
  const [ahead, setAhead] = useState(() => Date.parse(serverTime) - Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => setAhead(Date.parse(serverTime) - Date.now()), [serverTime]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return minutesLeft(phaseStartedAt, phaseMinutes, Math.max(now, Date.now() - LOOK_MS) + ahead);
}
