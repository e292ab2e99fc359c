import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { goal, openRoom, PLAN, sentences } from './open-room.ts';

describe('room', () => {
  it('[SY2] says the state first, then asks, then gives the plan', async () => {
    const { hub } = openRoom();
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant('anna'));
    socket.hello();
    await settle();
    expect(socket.told.map(({ type }) => type)).toEqual(['state', 'step1', 'step2']);
    expect(socket.of('state')[0]?.state).toMatchObject({ state: 'open', phase: 'ziele', epoch: 1 });
  });

  it('[DU8] nothing leaves the room before the commit, neither to others nor to those who join', async () => {
    const { hub, store, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    store.hold();
    anna.write(goal('Noch nicht'));
    await timers.pass(50);
    const late = new FakeSocket();
    hub.connect(late.asSocket(), PLAN, participant('cem'));
    late.hello();
    const returning = new FakeSocket();
    Y.applyUpdate(returning.doc, Y.encodeStateAsUpdate(ben.doc));
    hub.connect(returning.asSocket(), PLAN, participant('ben'));
    returning.hello();
    await timers.pass(50);
    expect([...anna.told, ...ben.told]).toEqual([]);
    expect([late, returning].map(({ doc }) => sentences(doc))).toEqual([[], []]);
    expect((await hub.readCommitted(PLAN, readPlan)).goals).toEqual([]);
    store.release();
    await timers.pass(50);
    expect(anna.told).toEqual([{ type: 'ack', n: 2, seq: 2 }]);
    for (const { doc } of [ben, late, returning]) {
      expect(sentences(doc)).toEqual(['Noch nicht']);
    }
  });

  it('[DU8] a commit that fails takes everything back, closes the sockets and reloads', async () => {
    const { hub, store, timers, troubles, come } = openRoom();
    const anna = await come('anna');
    store.hold();
    anna.write(goal('Verloren?'));
    await settle();
    store.release(new Error('disk full'));
    await settle();
    expect(anna.closed).toBe(4500);
    expect(anna.of('ack')).toEqual([]);
    expect(troubles.map(String)).toEqual(['Error: disk full']);
    const again = new FakeSocket();
    Y.applyUpdate(again.doc, Y.encodeStateAsUpdate(anna.doc));
    again.doc.clientID = anna.doc.clientID;
    hub.connect(again.asSocket(), PLAN, participant('anna'));
    again.hello();
    await settle();
    again.answer();
    await timers.pass(10);
    expect(again.of('ack')).toEqual([{ type: 'ack', n: 1, seq: 2 }]);
    expect(sentences(again.doc)).toEqual(['Verloren?']);
  });

  it('[SY3] the first edit goes at once, what comes within a tick goes together', async () => {
    const { store, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    store.appends = 0;
    anna.write(goal('eins'));
    await settle();
    expect(anna.of('ack')).toHaveLength(1);
    anna.write(goal('zwei'));
    ben.write(goal('drei'));
    anna.write(goal('vier'));
    await settle();
    expect(store.appends).toBe(1);
    await timers.pass(8);
    expect(store.appends).toBe(2);
    expect(anna.of('ack').at(-1)).toMatchObject({ n: 4 });
    expect(ben.of('update')).toHaveLength(2);
  });

  it('[SY5] answers in the order of the messages, refusals among them', async () => {
    const { timers, come } = openRoom();
    const anna = await come('anna');
    anna.write(goal('eins'));
    await settle();
    anna.write(goal('zwei'));
    anna.write((doc) => doc.getMap('evil').set('x', 1));
    anna.write(goal('drei'));
    await timers.pass(10);
    expect(anna.told).toEqual([
      { type: 'ack', n: 2, seq: 2 },
      { type: 'ack', n: 3, seq: 3 },
      { type: 'nack', n: 4, code: 'forbidden_part' },
      // What comes after the refused one builds on it: the room asks for everything.
      { type: 'nack', n: 5, code: 'not_causal' },
      { type: 'step1' },
    ]);
  });

  it('[SY5] what comes while the plan is being loaded is answered under its own number', async () => {
    const { hub, timers } = openRoom();
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant('anna'));
    socket.write(goal('früh'));
    socket.write((doc) => doc.getMap('evil').set('x', 1));
    socket.hello();
    await timers.pass(10);
    const answers = socket.told.filter(({ type }) => type === 'ack' || type === 'nack');
    expect(answers).toMatchObject([
      { type: 'ack', n: 1 },
      { type: 'nack', n: 2, code: 'forbidden_part' },
    ]);
  });
});
