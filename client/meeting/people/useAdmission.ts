import { useState } from 'react';
import { decideAdmission } from '#shared/api/routes/participants.ts';
import type { WaitingDevice } from '#shared/api/view.ts';
import { useApi, useView } from '../../app/context.ts';
import { useRequest } from '../../app/useRequest.ts';

/** What became of somebody who waited. */
export type Answer = 'admit' | 'refuse' | 'later';

export interface Admission {
  /** Under way, or given: one answer a device, until the list says that it is gone. */
  busy: boolean;
  error: string | null;
  /** What this page answered; null while it did not. */
  answer: Answer | null;
  admit(): void;
  refuse(): void;
  /** Put aside on this screen only. */
  later(): void;
}

/** The answers to one device that waits outside. */
export function useAdmission({ deviceId }: WaitingDevice, onLater: () => void): Admission {
  const api = useApi();
  const { me } = useView();
  const { busy, error, run } = useRequest();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const isAnswered = answer === 'admit' || answer === 'refuse';
  const decide = async (decision: 'admit' | 'refuse'): Promise<void> => {
    const params = { participationId: me.participationId, deviceId };
    const isFree = !busy && !isAnswered;
    if (isFree && (await run(() => api.call(decideAdmission, { params, body: { decision } })))) {
      setAnswer(decision);
    }
  };
  return {
    busy: busy || isAnswered,
    error,
    answer,
    admit: () => void decide('admit'),
    refuse: () => void decide('refuse'),
    later: () => {
      setAnswer('later');
      onLater();
    },
  };
}
