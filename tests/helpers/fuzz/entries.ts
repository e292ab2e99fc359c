import type { NackName } from '#shared/wire/messages.ts';

/** One sync message with content, and what the server said of it. */
export interface Message {
  entries: Entry[];
  said: 'kept' | NackName | null;
  /** Its number, and what went to and fro on its connection, for the message of a test that fails. */
  n: number;
  trail: readonly string[];
}

/**
 * One local transaction, and what its author knows of it by the wire's contract alone.
 * - `open`: nothing yet; it is sent again until there is an answer.
 * - `durable`: acknowledged, or the server itself told it to a fresh page.
 * - `refused`: named in a 101. `dropped`: built upon what was refused, or too late for its document.
 * - `lost`: its page went away before an answer.
 */
export interface Entry {
  update: Uint8Array;
  fate: 'open' | 'durable' | 'refused' | 'dropped' | 'lost';
  code: NackName | null;
  carriers: Message[];
  /** Written when the device had no right any more. */
  afterRevocation: boolean;
}

/** Whether every message that carried it was refused, so that it can stand nowhere. */
export function isSurelyRefused({ fate, carriers, afterRevocation }: Entry): boolean {
  const isRefused = fate === 'refused' && carriers.every(({ said }) => said !== null && said !== 'kept');
  return afterRevocation || isRefused;
}

/** How it travelled, in words. */
export function journeyOf({ carriers }: Entry): string {
  return (
    carriers.map(({ n, said, trail }) => `as ${n} (${said}) in [${trail.join(', ')}]`).join(', then ') ||
    'never sent'
  );
}

/** The server has answered a message; what it carried and was open has its fate. */
export function settle(
  { entries }: Message,
  fate: 'durable' | 'refused',
  code: NackName | null = null,
): void {
  for (const entry of entries) {
    if (entry.fate === 'open') {
      entry.fate = fate;
      entry.code = code;
    }
  }
}
