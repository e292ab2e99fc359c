import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Confirmation,
  type ConfirmationEvent,
  HOLD_MS,
  IDLE,
  nextConfirmation,
  SECOND_PRESS_MS,
} from '../../../../client/protocol/decide/confirmation.ts';

const played = (events: readonly [ConfirmationEvent['type'], number][]): Confirmation =>
  events.reduce((state, [type, at]) => nextConfirmation(state, { type, at }), IDLE);

describe('confirming without typing', () => {
  it('[SG44] two seconds of holding confirm, whether the clock or the finger says so', () => {
    expect(
      played([
        ['down', 0],
        ['tick', HOLD_MS],
      ]).kind,
    ).toBe('done');
    expect(
      played([
        ['down', 0],
        ['up', HOLD_MS],
      ]).kind,
    ).toBe('done');
    expect(
      played([
        ['down', 0],
        ['tick', HOLD_MS - 1],
      ]).kind,
    ).toBe('holding');
  });

  it('[SG44] one press asks for a second, and the second confirms', () => {
    expect(
      played([
        ['down', 0],
        ['up', 80],
      ]).kind,
    ).toBe('armed');
    expect(
      played([
        ['down', 0],
        ['up', 80],
        ['down', 5000],
        ['up', 5080],
      ]).kind,
    ).toBe('done');
  });

  it('[SG44] a double tap is one press', () => {
    const tap = played([
      ['down', 0],
      ['up', 60],
      ['down', 160],
      ['up', 220],
    ]);
    expect(tap.kind).toBe('armed');
    expect(
      played([
        ['down', 0],
        ['up', 60],
        ['down', 60 + SECOND_PRESS_MS],
        ['up', 640],
      ]).kind,
    ).toBe('done');
  });

  it('[SG44] a finger that slides off, and a focus that goes elsewhere, confirm nothing', () => {
    expect(
      played([
        ['down', 0],
        ['leave', 100],
        ['tick', HOLD_MS],
        ['up', HOLD_MS],
      ]).kind,
    ).toBe('idle');
    expect(
      played([
        ['down', 0],
        ['up', 80],
        ['disarm', 200],
        ['down', 5000],
        ['up', 5080],
      ]).kind,
    ).toBe('armed');
  });

  it('[SG44] whatever fingers do within half a second, nothing is handed in', () => {
    const event = fc.tuple(
      fc.constantFrom<ConfirmationEvent['type']>('down', 'up', 'leave', 'disarm', 'tick', 'reset'),
      fc.integer({ min: 0, max: 40 }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (events) => {
        let at = 0;
        const timed = events.map(([type, gap]): [ConfirmationEvent['type'], number] => {
          at += gap;
          return [type, at];
        });
        return played(timed).kind !== 'done';
      }),
    );
  });
});
