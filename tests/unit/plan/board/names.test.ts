import { describe, expect, it } from 'vitest';
import { coversCard } from '../../../../client/plan/board/canvas/names.ts';

const CARDS = [{ x: 200, y: 100, w: 300, h: 80 }];

describe('the name beside a pointer', () => {
  it.each([
    ['on the card', { x: 250, y: 120 }],
    ['left of it, where the name reaches into it', { x: 100, y: 120 }],
    ['above it, where the name reaches into it', { x: 250, y: 70 }],
  ])('[BO12] gives way %s', (_where, at) => expect(coversCard(CARDS, at, 1)).toBe(true));

  it.each([
    ['right of the card', { x: 501, y: 120 }],
    ['below it', { x: 250, y: 181 }],
    ['left of it, too far to reach', { x: 49, y: 120 }],
  ])('[BO12] is seen %s', (_where, at) => expect(coversCard(CARDS, at, 1)).toBe(false));

  it('[BO12] is as large at every size of the board', () => {
    expect(coversCard(CARDS, { x: 100, y: 120 }, 2)).toBe(false);
    expect(coversCard(CARDS, { x: 0, y: 120 }, 0.5)).toBe(true);
  });
});
