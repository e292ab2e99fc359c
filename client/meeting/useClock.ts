import { type Clock, clockOf } from '#shared/meeting/bar.ts';
import { useView } from '../app/context.ts';
import { useServerNow } from '../protocol/decide/useNow.ts';

/** The clock of the step that is on, by the server's time. */
export function useClock(): Clock {
  const { phaseStartedAt, phaseMinutes, serverTime } = useView();
  return clockOf(phaseStartedAt, phaseMinutes, useServerNow(serverTime));
}
