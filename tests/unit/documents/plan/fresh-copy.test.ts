import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addAgreement, leitzielText } from '#shared/documents/plan/arrangements.ts';
import { freshCopy } from '#shared/documents/plan/fresh-copy.ts';
import {
  addGoal,
  flatten,
  goalRecord,
  readGoals,
  removeGoal,
  restoreGoal,
  setGoalText,
} from '#shared/documents/plan/goals.ts';
import { orderBetween } from '#shared/documents/plan/order.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, removeResource } from '#shared/documents/plan/resources.ts';
import { shapeFaults } from '../../../helpers/document-shape.ts';
import { appendParagraphs, firstText } from '../../../helpers/plan-texts.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const BEFORE = {
  version: '1.0',
  date: '2026-05-04',
  number: '1',
  text: 'Jeden Tag zur Schule',
  dueDate: null,
  status: 'in_arbeit',
  target: null,
  scales: {},
};

function added(doc: Y.Doc, parentId: string | null, textOwn: string): string {
  const result = addGoal(doc, parentId, { textOwn }, ORIGIN.list);
  return 'id' in result ? result.id : '';
}

function planWithHistory(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(
    doc,
    seedPlan({
      ...EMPTY_SEED,
      leitziel: 'Zu Hause wohnen',
      goals: [
        {
          id: 'r1',
          textOwn: 'Ich will Ruhe',
          children: [{ id: 'h1', textOwn: 'Früher schlafen', children: [] }],
        },
        { id: 'alt', textAgreed: 'Jeden Tag zur Schule', before: BEFORE, children: [] },
      ],
    }),
  );
  leitzielText(doc)?.insert(0, 'GEHEIM ');
  leitzielText(doc)?.delete(0, 7);
  setGoalText(doc, 'h1', 'textOwn', 'GEHEIM und noch etwas', ORIGIN.list);
  setGoalText(doc, 'h1', 'textOwn', 'Um zehn ins Bett', ORIGIN.list);
  const gone = added(doc, 'r1', 'GEHEIM hingehängt');
  addGoal(doc, gone, { textOwn: 'GEHEIM darunter' }, ORIGIN.list);
  removeGoal(doc, gone, 'p1', ORIGIN.list, NOW);
  const resource = addResource(doc, { domain: 'sozial', title: 'GEHEIM Onkel' }, ORIGIN.list);
  removeResource(doc, resource, 'p1', ORIGIN.list, NOW);
  addResource(doc, { domain: 'sozial', title: 'Oma', supports: ['h1'] }, ORIGIN.list);
  addAgreement(doc, 'Dienstags Telefon', ORIGIN.list);
  appendParagraphs(doc, 'sicht_kind', ['GEHEIM', 'Es geht mir besser.'], ORIGIN.text);
  firstText(doc, 'sicht_kind').delete(0, 'GEHEIM\n'.length);
  return doc;
}

const bytesOf = (doc: Y.Doc): string => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('latin1');

describe('a fresh copy', () => {
  it('[PL15] reads the same and holds nothing that was taken back or removed', () => {
    const doc = planWithHistory();
    const fresh = freshCopy(doc);
    expect(readPlan(fresh)).toEqual(readPlan(doc));
    // Deleted words are gone from the document already; removed records are not.
    expect(bytesOf(doc)).toContain('GEHEIM');
    expect(bytesOf(fresh)).not.toContain('GEHEIM');
    expect(shapeFaults(fresh)).toEqual([]);
  });

  it('[PL15] keeps the review of a goal that was taken from the table, not its new words', () => {
    const doc = planWithHistory();
    setGoalText(doc, 'alt', 'textAgreed', 'GEHEIM neu gesagt', ORIGIN.list);
    setGoalText(doc, 'alt', 'reviewText', 'Hat sich erledigt', ORIGIN.list);
    removeGoal(doc, 'alt', 'p1', ORIGIN.list, NOW);
    const fresh = freshCopy(doc);
    expect(readPlan(fresh)).toEqual(readPlan(doc));
    expect(readPlan(fresh).ended.map(({ review }) => review.text)).toEqual(['Hat sich erledigt']);
    expect(bytesOf(fresh)).not.toContain('GEHEIM');
    restoreGoal(fresh, 'alt', ORIGIN.list);
    expect(flatten(readGoals(fresh)).find(({ id }) => id === 'alt')?.sentence).toBe('Jeden Tag zur Schule');
  });

  it('[PL15] what rested under a removed goal does not come to the top', () => {
    const doc = planWithHistory();
    const above = added(doc, null, 'Neu');
    goalRecord(doc, 'alt')?.set('place', [above, 'a0']);
    removeGoal(doc, above, 'p1', ORIGIN.list, NOW);
    const fresh = freshCopy(doc);
    expect(readPlan(fresh)).toEqual(readPlan(doc));
    expect(flatten(readGoals(fresh)).map(({ id }) => id)).toEqual(['r1', 'h1']);
  });

  it('[DU12] takes time in proportion to the texts that there are', () => {
    const withTexts = (count: number): Y.Doc => {
      const doc = new Y.Doc();
      let order = 'a0';
      doc.transact(() => {
        for (let n = 0; n < count; n++) {
          const words = { order, text: new Y.Text(`Satz ${n}`) };
          doc.getMap('section:anlass').set(`t${n}`, new Y.Map(Object.entries(words)));
          order = orderBetween(order, null);
        }
      });
      return doc;
    };
    const [few, many] = [withTexts(500), withTexts(4_000)];
    expect(readPlan(freshCopy(many))).toEqual(readPlan(many));
    // Time of this process alone: others on the machine do not make a copy slower.
    const timeOf = (doc: Y.Doc, times: number): number => {
      const took = [1, 2, 3, 4, 5].map(() => {
        const began = process.cpuUsage();
        for (let time = 0; time < times; time++) {
          freshCopy(doc);
        }
        return process.cpuUsage(began).user;
      });
      return Math.min(...took);
    };
    // As many texts in all; the square would take eight times as long.
    expect(timeOf(many, 1)).toBeLessThan(4 * timeOf(few, 8));
  });

  it('[PL15] a copy of a copy is the same again', () => {
    const once = freshCopy(planWithHistory());
    expect(readPlan(freshCopy(once))).toEqual(readPlan(once));
  });
});
