import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addAgreement,
  readAgreements,
  removeAgreement,
  setAdvice,
  setAgreementText,
  setServiceField,
} from '#shared/documents/plan/arrangements.ts';
import { EMPTY_SEED, type PlanSeed, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, linkResource, placeResource, readResources } from '#shared/documents/plan/resources.ts';
import { PLAN_PARTS } from '#shared/documents/plan/roots.ts';
import { paragraphsOf } from '#shared/documents/plan/texts.ts';

const seed: PlanSeed = {
  leitziel: 'Wir sind gern zusammen zu Hause.',
  goals: [
    {
      id: 'r',
      textAgreed: 'Abends ruhig',
      lifeArea: 'familie_erziehung',
      children: [
        {
          id: 'h',
          textAgreed: 'Vier Abende',
          dueDate: '2026-02-28',
          responsible: 'sandra',
          children: [{ id: 's', textAgreed: 'Dienstplan', status: 'erledigt', children: [] }],
        },
      ],
    },
  ],
  resources: [{ id: 'oma', domain: 'sozial', title: 'Oma', supports: ['h'], pos: [100, -200] }],
  services: [{ id: 'sv', helpForm: 's31', hoursPerWeek: 6, provider: 'Brückenbogen' }],
  agreements: [
    { id: 'a1', text: 'Bericht zwei Wochen vorher' },
    { id: 'a2', text: 'Noten nur mit Leon' },
  ],
  nextReview: '2026-03-10',
  texts: { sicht_kind: ['„Ich will, dass es nicht immer knallt.“', 'Zweiter Absatz'] },
};

function open(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

describe('plan', () => {
  it('[PL12] reads back what it was seeded with', () => {
    const plan = readPlan(open(seedPlan(seed)));
    expect(plan.leitziel).toBe(seed.leitziel);
    expect(plan.goals[0]).toMatchObject({ id: 'r', sentence: 'Abends ruhig', lifeArea: 'familie_erziehung' });
    expect(plan.goals[0]?.children[0]).toMatchObject({ dueDate: '2026-02-28', responsible: 'sandra' });
    expect(plan.goals[0]?.children[0]?.children[0]).toMatchObject({ status: 'erledigt', number: '1.1.1' });
    expect(plan.resources[0]).toMatchObject({ title: 'Oma', supports: ['h'], pos: [100, -200] });
    expect(plan.services[0]).toMatchObject({ helpForm: 's31', hoursPerWeek: 6, provider: 'Brückenbogen' });
    expect(plan.agreements).toEqual(seed.agreements);
    expect(plan.nextReview.date).toBe('2026-03-10');
    const texts = Object.entries(plan.texts).map(([section, said]) => [section, paragraphsOf(said)]);
    expect(Object.fromEntries(texts)).toEqual(seed.texts);
  });

  it('[PL12] an empty seed gives an empty plan, and only known parts exist', () => {
    const doc = open(seedPlan(EMPTY_SEED));
    expect(readPlan(doc)).toMatchObject({ leitziel: '', goals: [], resources: [], texts: {} });
    expect([...doc.share.keys()].filter((name) => !PLAN_PARTS.includes(name as never))).toEqual([]);
  });

  it('[PL9] keeps links that two people make at once', () => {
    const update = seedPlan(seed);
    const [one, two] = [open(update), open(update)];
    linkResource(one, 'oma', 'r', true, ORIGIN.list);
    linkResource(two, 'oma', 's', true, ORIGIN.board);
    linkResource(two, 'oma', 'h', false, ORIGIN.board);
    Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
    expect(readResources(one)[0]?.supports).toEqual(['r', 's']);
  });

  it('[PL10] keeps positions whole and on the map', () => {
    const doc = open(seedPlan(EMPTY_SEED));
    const id = addResource(doc, { domain: 'materiell', pos: [12.6, 99999] }, ORIGIN.list);
    expect(readResources(doc)[0]?.pos).toEqual([13, 1000]);
    placeResource(doc, id, [-5000.2, 0.4], ORIGIN.board);
    expect(readResources(doc)[0]?.pos).toEqual([-1000, 0]);
  });

  it('[PL5] agreements keep their order and can be taken away', () => {
    const doc = open(seedPlan(seed));
    const id = addAgreement(doc, 'Dritte', ORIGIN.list);
    setAgreementText(doc, 'a1', 'Bericht drei Wochen vorher', ORIGIN.list);
    removeAgreement(doc, 'a2', 'p', ORIGIN.list, new Date(0));
    expect(readAgreements(doc)).toEqual([
      { id: 'a1', text: 'Bericht drei Wochen vorher' },
      { id, text: 'Dritte' },
    ]);
  });

  it('[PL12] notes advice and service values', () => {
    const doc = open(seedPlan(seed));
    setAdvice(doc, 'ombudsOfficeNamed', true, ORIGIN.list);
    setServiceField(doc, 'sv', 'hoursPerWeek', 4, ORIGIN.list);
    const plan = readPlan(doc);
    expect(plan.advice).toMatchObject({ ombudsOfficeNamed: true, choiceRightExplained: false });
    expect(plan.services[0]?.hoursPerWeek).toBe(4);
  });
});
