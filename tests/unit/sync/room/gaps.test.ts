import { describe, expect, it } from 'vitest';
import { readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { goal, openRoom, PLAN, type Room, sentences } from './open-room.ts';

describe('room', () => {
  it('[SY4] a gap before the first full answer is passed over, later ones ask again', async () => {
    const { hub, timers } = openRoom();
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant('anna'));
    socket.hello();
    await settle();
    goal('offline')(socket.doc);
    socket.write(goal('getippt'));
    await timers.pass(10);
    expect([...socket.of('ack'), ...socket.of('nack')]).toEqual([]);
    socket.answer();
    await timers.pass(10);
    expect(socket.of('ack').at(-1)?.n).toBe(2);
    goal('fehlt')(socket.doc);
    socket.told = [];
    socket.write(goal('danach'));
    await timers.pass(10);
    expect(socket.told.map(({ type }) => type)).toEqual(['nack', 'step1']);
    socket.answer();
    await timers.pass(10);
    expect(socket.of('ack').at(-1)?.n).toBe(4);
    expect((await hub.readCommitted(PLAN, readPlan)).goals).toHaveLength(4);
  });

  it('[SY4] a refused full answer takes with it what was passed over', async () => {
    const { hub, timers } = openRoom({ messageBytes: 10 });
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant('anna'));
    socket.hello();
    await settle();
    goal('offline')(socket.doc);
    socket.write(goal('getippt'));
    socket.answer();
    await timers.pass(10);
    expect(socket.of('nack')).toEqual([
      { type: 'nack', n: 1, code: 'too_large' },
      { type: 'nack', n: 2, code: 'too_large' },
    ]);
    expect(socket.of('ack')).toEqual([]);
  });

  it('[SY4] what is kept after a gap is not acknowledged before the gap has its answer', async () => {
    const room = openRoom();
    const { hub, timers } = room;
    const socket = await typeAcrossGap(room);
    expect([...socket.of('ack'), ...socket.of('nack')]).toEqual([]);
    socket.answer();
    await timers.pass(10);
    expect(socket.of('ack').map(({ n }) => n)).toEqual([3]);
    expect((await hub.readCommitted(PLAN, readPlan)).goals).toHaveLength(3);
  });

  it('[SY4] a refused full answer refuses the gap, and what was kept after it is acknowledged', async () => {
    const room = openRoom({ messageBytes: 10 });
    const { hub, timers } = room;
    const socket = await typeAcrossGap(room);
    socket.answer();
    await timers.pass(10);
    const answers = socket.told.filter(({ type }) => type === 'ack' || type === 'nack');
    expect(answers).toMatchObject([
      { type: 'nack', n: 1, code: 'too_large' },
      { type: 'ack', n: 2 },
      { type: 'nack', n: 3, code: 'too_large' },
    ]);
    expect(sentences(socket.doc)).toContain('Ben');
    expect((await hub.readCommitted(PLAN, readPlan)).goals.map(({ sentence }) => sentence)).toEqual(['Ben']);
  });
});

/** Message 1 has a gap before it, message 2 only deletes and has none; there is no full answer yet. */
async function typeAcrossGap({ hub, timers, come }: Room): Promise<FakeSocket> {
  const ben = await come('ben');
  ben.write(goal('Bens'));
  await timers.pass(10);
  ben.drop();
  const socket = new FakeSocket();
  hub.connect(socket.asSocket(), PLAN, participant('anna'));
  socket.hello();
  await settle();
  const bens = readGoals(socket.doc)[0]?.id ?? '';
  goal('offline')(socket.doc);
  socket.write(goal('getippt'));
  socket.write((doc) => setGoalText(doc, bens, 'textOwn', 'Ben', ORIGIN.text));
  await timers.pass(10);
  return socket;
}
