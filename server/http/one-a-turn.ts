import type { MiddlewareHandler } from 'hono';

/**
 * Lets requests begin one a turn of the event loop, in the order in which they came. Sixteen that arrive in one
 * turn would otherwise be worked on one behind the other, and an edit of another meeting, which needs a few turns
 * until it is acknowledged, would wait for all of them each time.
 */
export function oneATurn(): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    waiting.shift()?.();
    if (waiting.length > 0) {
      setImmediate(begin);
    }
  };
  return async (_c, next) => {
    await new Promise<void>((resolve) => {
      if (waiting.push(resolve) === 1) {
        setImmediate(begin);
      }
    });
    await next();
  };
}
