import { expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { whenSettled } from '../../../../client/session/settled.ts';
import { eventually, until } from '../helpers.ts';
import { NOTES, note, notes, openDocuments, ownDoc, say } from './documents.ts';

it('[UI47] says saved only when every document is, and counts what waits together', async () => {
  const { plan, own, joined } = await openDocuments();
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
  const { own, joined } = await openDocuments();
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
  const { own, joined } = await openDocuments();
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
  const { plan, joined } = await openDocuments();
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
  const { plan, own, joined } = await openDocuments();
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

it('[UI9] freezing the plan says "flushed" for the plan alone', async () => {
  const { plan, own, joined } = await openDocuments();
  const session = await joined();
  plan.setState({ state: 'freezing' });
  await eventually(() => plan.received.includes('104'), 'flushed');
  expect(own.received).not.toContain('104');
  note(ownDoc(session), 'a', 'Ich schreibe weiter');
  await until(session.save, ({ kind }) => kind === 'saved');
  expect(notes(own.doc)).toEqual({ a: 'Ich schreibe weiter' });
});
