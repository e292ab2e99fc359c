/**
 * Confirming without typing: one button, held for two seconds or pressed twice. The hold alone
 * would exclude people who cannot hold, and everybody who uses a keyboard or a screen reader.
 */
export const HOLD_MS = 2000;

/** A second press sooner than this is a double tap, not a decision. */
export const SECOND_PRESS_MS = 500;

export type Confirmation =
  | { kind: 'idle' }
  /** The button is down. `armedAt` tells of an earlier press. */
  | { kind: 'holding'; since: number; armedAt: number | null }
  /** Pressed once: the next press confirms. */
  | { kind: 'armed'; at: number }
  | { kind: 'done' };

export type ConfirmationEvent = {
  /** `leave`: the finger slid off. `disarm`: the focus went elsewhere. `reset`: from the start. */
  type: 'down' | 'up' | 'tick' | 'leave' | 'disarm' | 'reset';
  /** Milliseconds of one steady clock. */
  at: number;
};

export const IDLE: Confirmation = { kind: 'idle' };

/** What comes after an event. Pure. */
export function nextConfirmation(now: Confirmation, event: ConfirmationEvent): Confirmation {
  if (event.type === 'reset') {
    return IDLE;
  }
  if (now.kind === 'done') {
    return now;
  }
  switch (event.type) {
    case 'down':
      return { kind: 'holding', since: event.at, armedAt: now.kind === 'armed' ? now.at : null };
    case 'tick':
      return now.kind === 'holding' && event.at - now.since >= HOLD_MS ? { kind: 'done' } : now;
    case 'up':
      return now.kind === 'holding' ? released(now, event.at) : now;
    case 'leave':
      return now.kind === 'holding' ? beforeHold(now) : now;
    case 'disarm':
      return IDLE;
  }
}

function released(hold: Extract<Confirmation, { kind: 'holding' }>, at: number): Confirmation {
  if (at - hold.since >= HOLD_MS) {
    return { kind: 'done' };
  }
  if (hold.armedAt !== null && hold.since - hold.armedAt >= SECOND_PRESS_MS) {
    return { kind: 'done' };
  }
  return { kind: 'armed', at };
}

function beforeHold(hold: Extract<Confirmation, { kind: 'holding' }>): Confirmation {
  return hold.armedAt === null ? IDLE : { kind: 'armed', at: hold.armedAt };
}
