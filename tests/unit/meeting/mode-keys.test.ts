import { describe, expect, it } from 'vitest';
import { modeKey } from '../../../client/meeting/desk/modes.ts';

const alt = (key: string, code: string) => ({ key, code, altKey: true, ctrlKey: false });

describe('[UI40] Alt and a digit choose the view', () => {
  it('on every keyboard: Windows and Linux, the digit block, a Mac, a French one', () => {
    expect(modeKey(alt('1', 'Digit1'), true)).toBe('list');
    expect(modeKey(alt('4', 'Numpad4'), false)).toBe('both');
    expect(modeKey(alt('¡', 'Digit1'), false)).toBe('list');
    expect(modeKey(alt('é', 'Digit2'), false)).toBe('board');
  });

  it('a sign that is made with Alt on a Mac is written in a field, and changes no view', () => {
    expect(modeKey(alt('“', 'Digit2'), true)).toBeUndefined();
  });

  it('no other key does', () => {
    expect(modeKey(alt('5', 'Digit5'), false)).toBeUndefined();
    expect(modeKey(alt('0', 'Digit0'), false)).toBeUndefined();
    expect(modeKey({ ...alt('2', 'Digit2'), ctrlKey: true }, false)).toBeUndefined();
    expect(modeKey({ ...alt('2', 'Digit2'), altKey: false }, false)).toBeUndefined();
  });
});
