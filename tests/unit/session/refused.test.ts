import { expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addService,
  createFixedRecords,
  setNextReview,
  setServiceField,
} from '#shared/documents/plan/arrangements.ts';
import { addGoal, goalRecord, setGoalField } from '#shared/documents/plan/goals.ts';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import { placesOf, type Waiting } from '../../../client/session/pending/change-places.ts';
import { looseText, refusedText } from '../../../client/session/refused/refused.ts';

/** A plan, and what changes in it make of the box of what was not taken over. */
function changed(change: (doc: Y.Doc) => void): string {
  const doc = new Y.Doc();
  createFixedRecords(doc, '', null);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  change(doc);
  return refusedText(doc, updates);
}

it('[UI5] words stand in the box as a whole', () => {
  const words = changed((doc) => {
    const goal = addGoal(doc, null, { textOwn: 'Ich koche' }, ORIGIN.list);
    const record = 'id' in goal ? goalRecord(doc, goal.id) : undefined;
    record && sharedText(record, 'textOwn')?.insert(9, ' mit Oma');
    'id' in goal && setGoalField(doc, goal.id, 'recurrence', 'jeden Tag', ORIGIN.list);
  });
  expect(words).toBe('Ich koche mit Oma\njeden Tag');
});

it('[UI5] a number and a day stand there as they were typed; what was only chosen has no words', () => {
  expect(changed((doc) => setNextReview(doc, '2027-06-15', ORIGIN.list))).toBe('15.06.2027');
  const words = changed((doc) => {
    const id = addService(doc, {}, ORIGIN.list);
    setServiceField(doc, id, 'hoursPerWeek', 2.5, ORIGIN.list);
    setServiceField(doc, id, 'end', '2027-01-31', ORIGIN.list);
    setServiceField(doc, id, 'helpForm', 's31', ORIGIN.list);
  });
  expect(words.split('\n').sort()).toEqual(['2,5', '31.01.2027']);
});

it('[UI7] what fits to no document any more is told with its numbers and days, without codes and ids', () => {
  const doc = new Y.Doc();
  createFixedRecords(doc, '', null);
  const id = addService(doc, { hoursPerWeek: 4, end: '2026-12-31', helpForm: 's31' }, ORIGIN.list);
  const changes: Waiting[] = [];
  doc.on('update', (update: Uint8Array, _origin, _doc, transaction) =>
    changes.push({ update, places: placesOf(transaction) }),
  );
  setServiceField(doc, id, 'helpForm', 's30', ORIGIN.list);
  expect(looseText(changes)).toBe('');
  setServiceField(doc, id, 'hoursPerWeek', 2.5, ORIGIN.list);
  setServiceField(doc, id, 'end', '2027-01-31', ORIGIN.list);
  expect(looseText(changes).split('\n')).toEqual(['2,5', '31.01.2027']);
});
