import { useEffect, useState } from 'react';
import { useView } from '../../app/context.ts';

/** Whole minutes that a step has left at a moment of the server's clock; 0 when its time is up. */
export function minutesLeft(startedAt: string, minutes: number, now: number): number {
  const end = Date.parse(startedAt) + minutes * 60_000;
  return Math.max(0, Math.ceil((end - now) / 60_000));
}

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
