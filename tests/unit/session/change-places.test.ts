import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { leitzielText, setNextReview } from '#shared/documents/plan/arrangements.ts';
import {
  addGoal,
  moveGoal,
  removeGoal,
  setGoalField,
  setGoalText,
  setScale,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { addResource, linkResource, placeResource } from '#shared/documents/plan/resources.ts';
import { countChanges, placesOf, type Waiting } from '../../../client/session/pending/change-places.ts';
import { appendParagraphs } from '../../helpers/plan-texts.ts';

/** A plan with two goals, and what waits after something was done to it. */
function waitingAfter(act: (doc: Y.Doc) => void): Waiting[] {
  const doc = new Y.Doc();
  const goals = ['a', 'b'].map((id) => ({ id, textOwn: 'Ziel', children: [] }));
  Y.applyUpdate(doc, seedPlan({ ...EMPTY_SEED, goals }));
  const waiting: Waiting[] = [];
  doc.on('update', (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) =>
    waiting.push({ update, places: placesOf(transaction) }),
  );
  act(doc);
  return waiting;
}

const countAfter = (act: (doc: Y.Doc) => void): number => countChanges(waitingAfter(act));

/** Types letter by letter, as a field does. */
function type(doc: Y.Doc, id: string, text: string): void {
  for (let end = 1; end <= text.length; end++) {
    setGoalText(doc, id, 'textOwn', text.slice(0, end), ORIGIN.list);
  }
}

describe('[UI46] changes as a person counts them', () => {
  it('a sentence is one change, however many keys were pressed and taken back', () => {
    const waiting = waitingAfter((doc) => {
      type(doc, 'a', 'Jeden Sonntag zusammen essen');
      type(doc, 'a', 'Sonntags');
    });
    expect(waiting.length).toBeGreaterThan(30);
    expect(countChanges(waiting)).toBe(1);
  });

  it('each field of a goal is one, and so is moving it and taking it away', () => {
    expect(countAfter((doc) => setGoalField(doc, 'a', 'dueDate', '2026-08-31', ORIGIN.list))).toBe(1);
    expect(countAfter((doc) => setScale(doc, 'a', 'p-leon', 4, ORIGIN.list))).toBe(1);
    expect(countAfter((doc) => moveGoal(doc, 'a', 'b', ORIGIN.list))).toBe(1);
    expect(countAfter((doc) => removeGoal(doc, 'a', 'p-leon', ORIGIN.list))).toBe(1);
    const three = countAfter((doc) => {
      type(doc, 'a', 'Neu');
      setGoalField(doc, 'a', 'dueDate', '2026-08-31', ORIGIN.list);
      type(doc, 'b', 'Auch neu');
    });
    expect(three).toBe(3);
  });

  it('a new goal is one with everything in it, while its coming is still on the way', () => {
    const waiting = waitingAfter((doc) => {
      addGoal(doc, null, { id: 'c', textOwn: '' }, ORIGIN.list);
      type(doc, 'c', 'Fußball');
      setGoalField(doc, 'c', 'dueDate', '2026-08-31', ORIGIN.list);
    });
    expect(countChanges(waiting)).toBe(1);
    // Its coming is confirmed, the words and the day are not.
    expect(countChanges(waiting.slice(1))).toBe(2);
  });

  it('strengths, agreements and running texts count too', () => {
    const sum = countAfter((doc) => {
      const id = addResource(doc, { domain: 'sozial', title: 'Oma' }, ORIGIN.board);
      placeResource(doc, id, [10, 20], ORIGIN.board);
      linkResource(doc, id, 'a', true, ORIGIN.list);
      appendParagraphs(doc, 'sicht_kind', ['Mit Papa ist es besser.', 'Aber zu selten.'], ORIGIN.list);
      leitzielText(doc)?.insert(0, 'Wir');
      setNextReview(doc, '2026-09-15', ORIGIN.list);
    });
    // The new strength with its place and link, one text, the Leitziel, the next meeting.
    expect(sum).toBe(4);
  });

  it('is never nothing while anything waits', () => {
    expect(countChanges([])).toBe(0);
    expect(countChanges([{ update: new Uint8Array(), places: [] }])).toBe(1);
  });
});
