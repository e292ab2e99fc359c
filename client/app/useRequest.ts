import { useCallback, useState } from 'react';
import type { Translate } from '#shared/i18n/translate.ts';
import { ApiError } from './api.ts';
import { useT } from './context.ts';
import { useNetBack } from './useNetBack.ts';

/**
 * One request at a time, with its failure in words, which goes when it was for want of a connection and that is
 * back. What was typed stays with the caller.
 */
export interface Request {
  busy: boolean;
  /** What went wrong, ready to be shown; null while nothing did. */
  error: string | null;
  /** Runs it. True when it succeeded. */
  run: (request: () => Promise<unknown>) => Promise<boolean>;
  clear: () => void;
}

export function useRequest(): Request {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [isNetLost, setNetLost] = useState(false);
  const run = useCallback(
    async (request: () => Promise<unknown>) => {
      setBusy(true);
      setError(null);
      try {
        await request();
        return true;
      } catch (failure) {
        setError(messageOf(failure, t));
        setNetLost(isForWantOfNet(failure));
        return false;
      } finally {
        setBusy(false);
      }
    },
    [t],
  );
  const clear = useCallback(() => setError(null), []);
  useNetBack(isNetLost && error !== null, clear);
  return { busy, error, run, clear };
}

/** The request did not reach the server, or its answer did not come. */
export function isForWantOfNet(failure: unknown): boolean {
  return failure instanceof ApiError && failure.code === 'network';
}

/** A failure in the person's language, with the reason where one field was at fault. */
export function messageOf(failure: unknown, t: Translate): string {
  if (!(failure instanceof ApiError)) {
    return t('ui.unexpected_answer');
  }
  const reasons = failure.fields.map(({ reason }) => reason);
  return reasons.length > 0 ? reasons.join(' ') : failure.message;
}
