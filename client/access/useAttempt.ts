import { useState } from 'react';
import { ApiError } from '../app/api.ts';
import { useT } from '../app/context.ts';

/** Runs one request at a time and says in words when it did not work. */
export function useAttempt(): {
  busy: boolean;
  trouble: string | null;
  attempt: (request: () => Promise<unknown>) => void;
} {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const attempt = (request: () => Promise<unknown>): void => {
    setBusy(true);
    setTrouble(null);
    request()
      .catch((failure: unknown) =>
        setTrouble(failure instanceof ApiError ? failure.message : t('ui.unexpected_answer')),
      )
      .finally(() => setBusy(false));
  };
  return { busy, trouble, attempt };
}
