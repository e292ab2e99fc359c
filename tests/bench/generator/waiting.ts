import type { Client } from './client.ts';

const ANSWER_WITHIN_MS = 30_000;

/** Waits until a frame of this client makes it true. Rejects when it is refused, closed or too late. */
export function until(client: Client, isTrue: () => boolean, otherwise: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (error?: string): void => {
      clearTimeout(timer);
      client.onFrame = null;
      if (error === undefined) {
        resolve();
      } else {
        reject(new Error(error));
      }
    };
    const late = `${otherwise} within ${ANSWER_WITHIN_MS / 1000} s`;
    const timer = setTimeout(() => end(late), ANSWER_WITHIN_MS);
    client.onFrame = () => {
      if (client.ended !== null) {
        end(`the server closed a socket with ${client.ended}`);
      } else if (client.refusals.length > 0) {
        end(`the server refused: ${client.refusals[0]}`);
      } else if (isTrue()) {
        end();
      }
    };
    client.onFrame();
  });
}

/** Runs over all items, so many at once. */
export async function eachOf<T>(
  items: readonly T[],
  atOnce: number,
  run: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
