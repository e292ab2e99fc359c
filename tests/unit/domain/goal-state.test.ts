import { describe, expect, it } from 'vitest';
import { evaluationConsequence, goalStatus } from '#shared/domain/codes.ts';
import { goalState, hasEnded, isOver } from '#shared/domain/goal-state.ts';

describe('where a goal stands', () => {
  it('[PR70] is what follows from the review, else what it found, else the own status', () => {
    expect(goalState({ status: 'vereinbart' })).toBe('vereinbart');
    expect(goalState({ status: 'vereinbart', result: null, consequence: null })).toBe('vereinbart');
    expect(goalState({ status: 'vereinbart', result: 'erreicht' })).toBe('erreicht');
    expect(goalState({ status: 'vereinbart', result: 'erreicht', consequence: 'abschliessen' })).toBe(
      'abgeschlossen',
    );
    expect(goalState({ status: 'ruht', result: 'in_arbeit', consequence: 'fortfuehren' })).toBe('weiter');
  });

  it('[PR22] [PR70] ends where it is closed, replaced or dropped, whatever else is said', () => {
    for (const consequence of evaluationConsequence) {
      const ends = consequence === 'abschliessen' || consequence === 'ersetzen';
      expect(hasEnded(goalState({ status: 'vereinbart', consequence })), consequence).toBe(ends);
      expect(hasEnded(goalState({ status: 'entfallen', consequence })), consequence).toBe(true);
      expect(hasEnded(goalState({ status: 'vereinbart', result: 'entfallen', consequence }))).toBe(true);
    }
    const over = goalStatus.filter((result) => isOver(goalState({ status: 'vereinbart', result })));
    expect(over).toEqual(['erreicht', 'ruht', 'entfallen']);
  });
});
