import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, type Goal, type NewGoal, readGoals, setGoalField } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, type Plan, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { gapsOf } from '#shared/meeting/gaps.ts';
import { hintsFor, MAX_HINTS } from '../../../client/plan/words/hints.ts';

function actionGoal(goal: NewGoal): Goal {
  const doc = new Y.Doc();
  addGoal(doc, null, { id: 'r', textOwn: 'Ich gehe wieder gern zur Schule.' }, ORIGIN.list);
  addGoal(doc, 'r', { id: 'h', ...goal }, ORIGIN.list);
  const found = readGoals(doc)[0]?.children[0];
  if (!found) {
    throw new Error('the goal is missing');
  }
  return found;
}

const COMPLETE: NewGoal = {
  textAgreed: 'Ich bin bis zum 30. Januar an vier von fünf Tagen um 7:45 Uhr in der Schule.',
  responsible: 'p-leon',
  dueDate: '2026-01-30',
  indicator: 'Die Schule zählt die Tage.',
};

describe('questions about the wording', () => {
  it('[UI27] a goal with all it needs raises none', () => {
    expect(hintsFor(actionGoal(COMPLETE))).toEqual([]);
  });

  it('[UI27] asks in whose words, and how concrete, for a goal about somebody', () => {
    expect(hintsFor(actionGoal({ ...COMPLETE, textAgreed: 'Leon verbessert seinen Schulbesuch.' }))).toEqual([
      'whose',
      'concrete',
    ]);
  });

  it('[UI27] asks what should be there instead', () => {
    const sentence = 'Wir streiten abends nicht mehr.';
    expect(hintsFor(actionGoal({ ...COMPLETE, textAgreed: sentence }))).toEqual(['instead']);
  });

  it('[UI27] does not take a word for another that contains it', () => {
    for (const sentence of ['Ich besuche den Mehrgenerationentreff.', 'Wir kochen mit Keinath.']) {
      expect(hintsFor(actionGoal({ ...COMPLETE, textAgreed: sentence })), sentence).not.toContain('concrete');
    }
  });

  it('[UI27] asks at most four things, and nothing of an empty card', () => {
    const bare = hintsFor(actionGoal({ textAgreed: 'Leon verbessert seinen Schulbesuch.' }));
    expect(bare).toHaveLength(MAX_HINTS);
    expect(hintsFor(actionGoal({ textOwn: '  ' }))).toEqual([]);
  });

  it('[UI27] a Schutzziel may be somebody else’s sentence', () => {
    const goal = actionGoal({ ...COMPLETE, kind: 'schutzziel', textAgreed: 'Mia bleibt abends bei Oma.' });
    expect(hintsFor(goal)).toEqual([]);
  });
});

function planWith(fill: (doc: Y.Doc) => void, change: Partial<Plan> = {}): Plan {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, seedPlan(EMPTY_SEED));
  fill(doc);
  return { ...readPlan(doc), ...change };
}

const ALL_ADVICE = {
  consequencesExplained: true,
  choiceRightExplained: true,
  ombudsOfficeNamed: true,
  complaintRouteNamed: true,
};

const WHO_AND_WHEN: NewGoal = { responsible: 'p-leon', dueDate: '2025-10-22' };

/** Of the meeting. */
const DAY = '2025-11-20';

describe('what is open before reading together', () => {
  it('[UI28] an empty plan names everything that is missing, each with the section that closes it', () => {
    expect(
      gapsOf(
        planWith(() => undefined),
        DAY,
      ),
    ).toEqual([
      { kind: 'child_view', section: 'sicht_kind' },
      { kind: 'no_goals', section: 'ziele' },
      { kind: 'service', section: 'hilfe' },
      { kind: 'next_review', section: 'ueberpruefung' },
      { kind: 'advice', count: 4, section: 'beratung' },
    ]);
  });

  it('[UI28] a complete plan leaves nothing open', () => {
    const plan = planWith(
      (doc) => {
        addGoal(doc, null, { id: 'r', textOwn: 'Ich gehe gern zur Schule.' }, ORIGIN.list);
        addGoal(doc, 'r', { id: 'h', ...COMPLETE }, ORIGIN.list);
        addGoal(doc, 'h', { id: 's', textOwn: 'Ich treffe Emre.', responsible: 'p-leon' }, ORIGIN.list);
      },
      {
        texts: { sicht_kind: [{ id: 't', voice: 'p-leon', paragraphs: ['Ich will öfter zu Papa.'] }] },
        advice: ALL_ADVICE,
        nextReview: { date: '2026-09-15', occasions: '' },
        services: [{ id: 'x' } as Plan['services'][number]],
      },
    );
    expect(gapsOf(plan, DAY)).toEqual([]);
  });

  it('[UI28] names what a goal lacks, but asks nothing more of one that is over', () => {
    const plan = planWith((doc) => {
      addGoal(doc, null, { id: 'r', textOwn: 'Ich gehe gern zur Schule.' }, ORIGIN.list);
      addGoal(doc, 'r', { id: 'h1', textOwn: 'Ich bin pünktlich.' }, ORIGIN.list);
      addGoal(doc, 'r', { id: 'h2', textOwn: 'Ich spiele im Verein.', status: 'erreicht' }, ORIGIN.list);
      addGoal(doc, 'r', { id: 'h3', textOwn: 'Ich schlafe früh.' }, ORIGIN.list);
      setGoalField(doc, 'h3', 'consequence', 'ersetzen', ORIGIN.list);
      addGoal(doc, 'h3', { id: 's', textOwn: 'Der Schritt endet mit dem Ziel.' }, ORIGIN.list);
    });
    const goals = gapsOf(plan, DAY).filter((gap) => gap.kind === 'goal');
    expect(goals).toEqual([
      {
        kind: 'goal',
        goalId: 'h1',
        number: '1.1',
        sentence: 'Ich bin pünktlich.',
        missing: ['who', 'until', 'notice', 'steps'],
        section: null,
      },
    ]);
  });

  it('[UI171] names days that cannot be meant: passed for what goes on, an end before its beginning', () => {
    const plan = planWith(
      (doc) => {
        addGoal(doc, null, { id: 'r', textOwn: 'Ich gehe gern zur Schule.' }, ORIGIN.list);
        addGoal(doc, 'r', { id: 'h', ...COMPLETE, dueDate: '2025-10-22' }, ORIGIN.list);
        addGoal(doc, 'h', { id: 's1', textOwn: 'Ich treffe Emre.', ...WHO_AND_WHEN }, ORIGIN.list);
        addGoal(
          doc,
          'h',
          { id: 's2', textOwn: 'Ich rufe an.', ...WHO_AND_WHEN, status: 'erledigt' },
          ORIGIN.list,
        );
        addGoal(doc, 'r', { id: 'h2', ...COMPLETE, dueDate: '2025-10-22', status: 'erreicht' }, ORIGIN.list);
      },
      {
        nextReview: { date: '2025-05-31', occasions: '' },
        services: [{ id: 'x', start: '2026-06-23', end: '2025-05-31' } as Plan['services'][number]],
      },
    );
    const gaps = gapsOf(plan, DAY);
    expect(gaps.flatMap((gap) => (gap.kind === 'goal' ? [[gap.goalId, gap.missing]] : []))).toEqual([
      ['h', ['until_over']],
      ['s1', ['until_over']],
    ]);
    expect(gaps).toContainEqual({ kind: 'service_period', section: 'hilfe' });
    expect(gaps).toContainEqual({ kind: 'next_review_over', section: 'ueberpruefung' });
  });
});
