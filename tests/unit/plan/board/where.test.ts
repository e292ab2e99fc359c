import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten, moveGoal, readGoals } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { translatorFor } from '#shared/i18n/every-locale.ts';
import { placesForGoal } from '../../../../client/plan/board/model/where.ts';
import { plainWords } from '../../../../client/ui/text/in-parts.ts';
import { goalsOf, plans } from './arbitraries.ts';

const t = translatorFor('de', 'neutral');

describe('Wohin?', () => {
  it('[BO10] offers only places that the plan accepts', () => {
    fc.assert(
      fc.property(plans, fc.nat(), fc.nat(), ({ doc, goals: tree }, pick, choice) => {
        const all = flatten(tree);
        const goal = all[pick % all.length];
        if (!goal) {
          return;
        }
        const words = { t, locale: 'de-DE', plan: readPlan(doc), persons: [] };
        const places = placesForGoal(words, goal);
        expect(places.length).toBeGreaterThan(0);
        const place = places[choice % places.length];
        const { parentId, after } =
          place && 'move' in place ? place.move : { parentId: 'none', after: 'none' };
        expect(moveGoal(doc, goal.id, parentId, 'board', after)).toBeNull();
        const moved = flatten(readGoals(doc)).find(({ id }) => id === goal.id);
        expect(moved?.parentId).toBe(parentId);
      }),
      { numRuns: 25 },
    );
  });

  it('[BO10] offers every goal of another branch a way there', () => {
    const { doc, goals } = goalsOf({
      goals: [
        { id: 'r1', textOwn: 'eins', children: [{ id: 'h1', textOwn: 'a', children: [] }] },
        { id: 'r2', textOwn: 'zwei', children: [] },
      ],
    });
    const words = { t, locale: 'de-DE', plan: readPlan(doc), persons: [] };
    const goal = flatten(goals).find(({ id }) => id === 'h1');
    const places = goal ? placesForGoal(words, goal) : [];
    expect(places.map((place) => ('move' in place ? place.move.parentId : ''))).toEqual(['r1', 'r2', null]);
    expect(plainWords(places[1]?.text ?? [])).toBe('Zu 2 zwei');
  });
});
