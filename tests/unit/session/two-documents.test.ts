import { toBase64 } from 'lib0/buffer';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { addGoal, readGoals } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import { whenSettled } from '../../../client/session/settled.ts';
import type { MeetingSession } from '../../../client/session/types.ts';
import { createUndoList } from '../../../client/session/undo/undo.ts';
import { eventually, memoryStorage, unsavedIn, until } from './helpers.ts';
import { createRoom, type SyncRoom, startSyncServers } from './sync-server.ts';

/** A private document has one map here; what is in it does not matter to the session. */
const NOTES = 'notes';

let plan: SyncRoom;
let own: SyncRoom;
let server: Awaited<ReturnType<typeof startSyncServers>>;
let storage: Storage;
const open: MeetingSession[] = [];

beforeEach(async () => {
  plan = createRoom(seedPlan(EMPTY_SEED));
  own = createRoom();
  server = await startSyncServers({ plan, own });
  storage = memoryStorage();
});

afterEach(async () => {
  for (const session of open.splice(0)) {
    session.destroy();
  }
  await server.stop();
});

function join(): MeetingSession {
  const session = createMeetingSession({
    meetingId: 'meeting',
    participationId: 'leon',
    documents: { plan: 'plan', own: 'own' },
    wsBase: server.wsBase,
    personId: 'p-leon',
    storage,
  });
  open.push(session);
  return session;
}

async function joined(): Promise<MeetingSession> {
  const session = join();
  await until(session.save, ({ kind }) => kind === 'saved');
  return session;
}

/** Stops both documents, lets something happen, and starts them again under the same address. */
async function whileAway(happens: () => Promise<void>): Promise<void> {
  const { port } = new URL(server.wsBase);
  await server.stop();
  await happens();
  server = await startSyncServers({ plan, own }, Number(port));
}

function ownDoc(session: MeetingSession): Y.Doc {
  const doc = session.own?.doc.get();
  if (!doc) {
    throw new Error('The session has no private document');
  }
  return doc;
}

function note(doc: Y.Doc, key: string, words: string): void {
  doc.transact(() => doc.getMap(NOTES).set(key, words), ORIGIN.list);
}

const notes = (doc: Y.Doc): unknown => doc.getMap(NOTES).toJSON();
const goals = (doc: Y.Doc): string[] => readGoals(doc).map((goal) => goal.sentence);
const say = (session: MeetingSession, words: string): void => {
  addGoal(session.plan.doc.get(), null, { textOwn: words }, ORIGIN.list);
};

it('[UI47] says saved only when every document is, and counts what waits together', async () => {
  const session = await joined();
  plan.judge = () => 'silent';
  own.judge = () => 'silent';
  say(session, 'Fußball');
  note(ownDoc(session), 'a', 'Ich habe Angst');
  await until(session.save, (state) => state.kind === 'saving' && state.pending === 2);
  await eventually(() => own.received.includes('0/2') && plan.received.includes('0/2'), 'both went out');
  plan.ack(2);
  await until(session.save, (state) => state.kind === 'saving' && state.pending === 1);
  expect(session.plan.settled.get()).toBe(true);
  expect(session.own?.settled.get()).toBe(false);
  own.ack(2);
  await until(session.save, ({ kind }) => kind === 'saved');
  expect(session.own?.settled.get()).toBe(true);
});

it('[OW2] a card is shown only once its last words are confirmed', async () => {
  const session = await joined();
  const { own: mine } = session;
  expect(mine && (await whenSettled(mine, 50))).toBe(true);
  own.judge = () => 'silent';
  note(ownDoc(session), 'a', 'Ich habe Angst');
  expect(mine && (await whenSettled(mine, 50))).toBe(false);
  const later = mine && whenSettled(mine, 4_000);
  await eventually(() => own.received.includes('0/2'), 'the words went out');
  own.ack(2);
  expect(await later).toBe(true);
});

it('[UI47] is not saved while one document has no connection', async () => {
  const session = await joined();
  const [before] = [...own.sockets];
  own.withholdStep1 = true;
  own.closeAll(4500);
  await until(session.save, ({ kind }) => kind === 'saving');
  note(ownDoc(session), 'a', 'Ich habe Angst');
  const isBack = (): boolean => [...own.sockets].some((socket) => socket !== before);
  await eventually(isBack, 'the private document is back');
  expect(session.save.get()).toMatchObject({ pending: 1 });
  own.askStep1();
  await until(session.save, ({ kind }) => kind === 'saved');
  expect(notes(own.doc)).toEqual({ a: 'Ich habe Angst' });
});

it('[UI47] what nobody else may read never goes out on the socket of the plan', async () => {
  const sent: string[] = [];
  plan.judge = (_n, update) => {
    sent.push(new TextDecoder().decode(update));
    return 'ack';
  };
  const session = await joined();
  note(ownDoc(session), 'a', 'Geheimnis');
  say(session, 'Fußball');
  await until(session.save, ({ kind }) => kind === 'saving');
  await until(session.save, ({ kind }) => kind === 'saved');
  expect(sent.join()).toContain('Fußball');
  expect(sent.join()).not.toContain('Geheimnis');
  expect(Object.keys(plan.doc.toJSON())).not.toContain(NOTES);
});

it('[UI12] is present in the plan alone', async () => {
  const session = await joined();
  session.setPresence({ selected: 'r1' });
  await eventually(() => plan.awareness.length > 1, 'the plan hears of it');
  const seen = new Awareness(new Y.Doc());
  for (const update of own.awareness) {
    applyAwarenessUpdate(seen, update, 'test');
  }
  seen.setLocalState(null);
  expect([...seen.getStates().values()]).toEqual([]);
  seen.destroy();
});

it('[UI7] keeps what waits for each document by itself over a reload of the tab', async () => {
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

it('[UI9] freezing the plan says "flushed" for the plan alone', async () => {
  const session = await joined();
  plan.setState({ state: 'freezing' });
  await eventually(() => plan.received.includes('104'), 'flushed');
  expect(own.received).not.toContain('104');
  note(ownDoc(session), 'a', 'Ich schreibe weiter');
  await until(session.save, ({ kind }) => kind === 'saved');
  expect(notes(own.doc)).toEqual({ a: 'Ich schreibe weiter' });
});

it('[UI48] undoes by time, in whichever document the last step was made', async () => {
  const session = await joined();
  const seen = (): unknown[] => [goals(session.plan.doc.get()), notes(ownDoc(session))];
  note(ownDoc(session), 'a', 'eins');
  say(session, 'zwei');
  note(ownDoc(session), 'b', 'drei');
  expect(seen()).toEqual([['zwei'], { a: 'eins', b: 'drei' }]);
  session.undo.undo();
  expect(seen()).toEqual([['zwei'], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], {}]);
  expect(session.undo.state.get()).toEqual({ canUndo: false, canRedo: true });
  session.undo.redo();
  session.undo.redo();
  expect(seen()).toEqual([['zwei'], { a: 'eins' }]);
  session.undo.undo();
  expect(seen()).toEqual([[], { a: 'eins' }]);
});

it('[UI48] writing anywhere ends what could be done again everywhere', async () => {
  const session = await joined();
  note(ownDoc(session), 'a', 'eins');
  session.undo.undo();
  expect(session.undo.state.get()).toEqual({ canUndo: false, canRedo: true });
  say(session, 'zwei');
  expect(session.undo.state.get()).toEqual({ canUndo: true, canRedo: false });
  session.undo.redo();
  expect(notes(ownDoc(session))).toEqual({});
});

it('[UI48] a step that changes nothing any more is passed over, the step before it by time is taken', () => {
  const [first, second] = [new Y.Doc(), new Y.Doc()];
  const undo = createUndoList();
  for (const doc of [first, second]) {
    undo.follow(doc, {
      scope: (one) => one,
      records: () => [],
      mark: () => undefined,
      sign: () => undefined,
    });
  }
  note(first, 'a', 'eins');
  note(second, 'b', 'zwei');
  note(first, 'c', 'drei');
  // Somebody else has taken it away meanwhile, as showing a private card does.
  first.transact(() => first.getMap(NOTES).delete('c'), 'remote');
  undo.undo();
  expect([notes(first), notes(second)]).toEqual([{ a: 'eins' }, {}]);
});

it('[UI48] a document that ends takes its steps with it, the others keep theirs', async () => {
  const session = await joined();
  note(ownDoc(session), 'a', 'eins');
  await until(session.save, ({ kind }) => kind === 'saved');
  plan.judge = () => 'schema';
  say(session, 'passt nicht');
  await until(session.refused, (entries) => entries.length === 1);
  expect(session.undo.state.get()).toEqual({ canUndo: true, canRedo: false });
  session.undo.undo();
  expect(notes(ownDoc(session))).toEqual({});
});

it('[SY20] finds what a page of the version before kept under the id of the meeting, and sends it', async () => {
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
