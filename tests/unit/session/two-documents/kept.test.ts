import { toBase64 } from 'lib0/buffer';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { eventually, unsavedIn, until } from '../helpers.ts';
import { goals, NOTES, note, notes, openDocuments, ownDoc, say } from './documents.ts';

it('[UI7] keeps what waits for each document by itself over a reload of the tab', async () => {
  const { plan, own, storage, open, join, joined, whileAway } = await openDocuments();
  const session = await joined();
  await whileAway(async () => {
    say(session, 'Fußball');
    note(ownDoc(session), 'a', 'Ich habe Angst');
    await until(session.save, (state) => state.kind === 'offline' && state.pending === 2);
    session.destroy();
    expect(unsavedIn(storage).length).toBe(2);
    const again = join();
    await until(again.save, (state) => state.kind === 'offline' && state.pending === 2);
  });
  await until(open.at(-1)?.save ?? session.save, ({ kind }) => kind === 'saved', 9_000);
  expect(goals(plan.doc)).toEqual(['Fußball']);
  expect(notes(own.doc)).toEqual({ a: 'Ich habe Angst' });
  await eventually(() => unsavedIn(storage).length === 0, 'what is confirmed is forgotten');
}, 15_000);

it('[UI5] puts refused words of every document into one box; the other document goes on', async () => {
  const { plan, own, joined } = await openDocuments();
  const session = await joined();
  const table = session.plan.doc.get();
  own.judge = () => 'quota';
  const words = new Y.Text('zu viel');
  ownDoc(session).transact(() => ownDoc(session).getMap(NOTES).set('a', words), ORIGIN.list);
  await until(session.refused, (entries) => entries.length === 1);
  expect(session.refused.get()).toMatchObject([{ code: 'quota', text: 'zu viel' }]);
  own.judge = () => 'ack';
  plan.judge = () => 'locked';
  say(session, 'zu spät');
  await until(session.refused, (entries) => entries.length === 2);
  expect(new Set(session.refused.get().map(({ id }) => id)).size).toBe(2);
  expect(session.plan.doc.get()).not.toBe(table);
  expect(notes(ownDoc(session))).toEqual({});
});

it('[UI4] keeps nothing of any document when the right has ended', async () => {
  const { plan, own, storage, joined } = await openDocuments();
  const session = await joined();
  plan.judge = () => 'silent';
  own.judge = () => 'silent';
  say(session, 'Fußball');
  note(ownDoc(session), 'a', 'Ich habe Angst');
  await eventually(() => unsavedIn(storage).length === 2, 'both are kept');
  plan.closeAll(4403);
  own.closeAll(4403);
  await until(session.save, (state) => state.kind === 'closed' && state.code === 4403);
  await eventually(() => unsavedIn(storage).length === 0, 'nothing is kept');
  session.destroy();
  expect(unsavedIn(storage).length).toBe(0);
});

it('[SY20] finds what a page of the version before kept under the id of the meeting, and sends it', async () => {
  const { plan, storage, joined } = await openDocuments();
  const before = new Y.Doc();
  Y.applyUpdate(before, Y.encodeStateAsUpdate(plan.doc));
  const vector = Y.encodeStateVector(before);
  addGoal(before, null, { textOwn: 'Noch nicht gesichert' }, ORIGIN.list);
  const update = toBase64(Y.encodeStateAsUpdate(before, vector));
  storage.setItem('planrunde.unsaved.leon.meeting', JSON.stringify({ update, places: ['goals/g'] }));
  const session = await joined();
  expect(goals(session.plan.doc.get())).toEqual(['Noch nicht gesichert']);
  await eventually(() => goals(plan.doc).length === 1, 'the words arrived');
  await eventually(() => unsavedIn(storage).length === 0, 'nothing is kept any more');
});

it('[SY20] shows the words of what fits nowhere any more', async () => {
  const { storage, join } = await openDocuments();
  const other = new Y.Doc();
  addGoal(other, null, { id: 'g', textOwn: 'Davor' }, ORIGIN.list);
  const vector = Y.encodeStateVector(other);
  const text = other.getMap<Y.Map<Y.Text>>('goals').get('g')?.get('textOwn');
  text?.insert(0, 'Meine Worte ');
  const update = toBase64(Y.encodeStateAsUpdate(other, vector));
  storage.setItem('planrunde.unsaved.leon.meeting', JSON.stringify({ update, places: ['goals/g'] }));
  const session = join();
  await until(session.refused, (entries) => entries.length === 1);
  expect(session.refused.get()[0]?.text).toBe('Meine Worte');
});

it('[RE3] the first document that hears of a restore keeps what all have seen: the page says so from then on', async () => {
  const { plan, own, join, joined } = await openDocuments();
  const session = await joined();
  const dump = Y.encodeStateAsUpdate(plan.doc);
  addGoal(session.plan.doc.get(), null, { textOwn: 'Danach von mir' }, ORIGIN.list);
  await until(session.plan.settled, (isSettled) => isSettled);
  own.closeAll(4410);
  await until(session.save, ({ kind }) => kind === 'closed');
  // The person goes to another page at once; the plan's own connection has heard nothing yet.
  session.destroy();
  plan.restore(dump, { generation: 2 });
  const again = join();
  await until(again.refused, (entries) => entries.length > 0);
  expect(again.refused.get().map(({ code, text }) => `${code}: ${text}`)).toEqual([
    'restored: Danach von mir',
  ]);
});
