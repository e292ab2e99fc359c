import type { Log } from './log.ts';

const METHODS = ['error', 'warn', 'info', 'log', 'debug', 'trace'] as const;

/**
 * Libraries write to the console what they do not understand, and what it holds is theirs to choose: a
 * whole error with its message, an e-mail address. From now on the log says only that something was said.
 */
export function closeConsole(log: Log): void {
  const complain = (...said: unknown[]): void => {
    log('library.complained', { error: said.find((part) => part instanceof Error) });
  };
  for (const method of METHODS) {
    console[method] = complain;
  }
}
