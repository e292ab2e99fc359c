import { useCallback, useEffect, useState } from 'react';
import { type Api, ApiError } from '../app/api.ts';
import { useApi } from '../app/context.ts';
import { isForWantOfNet } from '../app/useRequest.ts';

/** What a page has asked the server for. */
export type Answer<T> =
  | { kind: 'waiting' }
  | { kind: 'here'; value: T }
  | { kind: 'failed'; error: ApiError };

/**
 * Asks once when the page appears, and again when `ask` is called. What is here stays until the next answer,
 * also where no connection brings one.
 * @param question always the same function
 */
export function useAnswer<T>(question: (api: Api) => Promise<T>): {
  answer: Answer<T>;
  ask: () => Promise<void>;
} {
  const api = useApi();
  const [answer, setAnswer] = useState<Answer<T>>({ kind: 'waiting' });
  const ask = useCallback(
    () =>
      question(api).then(
        (value) => setAnswer({ kind: 'here', value }),
        (failure: unknown) => {
          const error = asApiError(failure);
          setAnswer((before) =>
            isForWantOfNet(error) && before.kind === 'here' ? before : { kind: 'failed', error },
          );
        },
      ),
    [api, question],
  );
  useEffect(() => {
    void ask();
  }, [ask]);
  return { answer, ask };
}

/** An error of the API as it is; anything else is a defect and goes to the error boundary. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) {
    return error;
  }
  throw error;
}
