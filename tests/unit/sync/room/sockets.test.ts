import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, setGoalText } from '#shared/documents/plan/goals.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { scribble } from '../../../helpers/plan-doc.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { goal, openRoom, PLAN } from './open-room.ts';

describe('room', () => {
  it('[SY21] message 102 counts lives of the database, rows and versions', async () => {
    const { hub } = openRoom();
    const anna = new FakeSocket();
    hub.connect(anna.asSocket(), PLAN, participant('anna'));
    await settle();
    expect(anna.of('state').at(-1)?.state).toMatchObject({ generation: 1, seq: 1, versions: 0 });
  });

  it('[SY10] everybody hears something at least every 15 seconds', async () => {
    const { timers, come } = openRoom();
    const anna = await come('anna');
    for (let half = 0; half < 2; half++) {
      await timers.pass(30_500);
      anna.emit('pong');
    }
    expect(anna.of('presence').length).toBeGreaterThanOrEqual(4);
    expect(anna.closed).toBeNull();
    expect(anna.pings).toBeGreaterThanOrEqual(2);
  });

  it('[SY10] a socket that answers no ping is ended', async () => {
    const { hub, timers, come } = openRoom();
    const anna = await come('anna');
    await timers.pass(50_000);
    expect(anna.terminated).toBe(true);
    expect(hub.connections(PLAN)).toEqual([]);
  });

  it('[SY11] a slow reader gets nothing until it drains, then one difference and what it is owed', async () => {
    const { timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    ben.bufferedAmount = 2_000_000;
    anna.write(goal('eins'));
    await timers.pass(20);
    const before = ben.told.length;
    ben.write(goal('von Ben'));
    for (const text of ['zwei', 'drei', 'vier']) {
      anna.write(goal(text));
      await timers.pass(20);
    }
    expect(ben.told).toHaveLength(before);
    ben.bufferedAmount = 0;
    await timers.pass(1_000);
    expect(ben.told.slice(before).map(({ type }) => type)).toEqual(['state', 'step2', 'ack']);
    expect(Y.encodeStateVector(ben.doc)).toEqual(Y.encodeStateVector(anna.doc));
  });

  it('[SY11] [SY4] a slow reader with a gap is asked for everything when it has drained', async () => {
    const { timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    ben.bufferedAmount = 2_000_000;
    anna.write(goal('eins'));
    await timers.pass(20);
    ben.told = [];
    goal('fehlt')(ben.doc);
    ben.write(goal('danach'));
    await timers.pass(20);
    ben.bufferedAmount = 0;
    await timers.pass(1_000);
    expect(ben.told.map(({ type }) => type)).toEqual(['state', 'step2', 'nack', 'step1']);
  });

  it('[SY11] a reader that does not drain in time is closed', async () => {
    const { timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    ben.bufferedAmount = 2_000_000;
    anna.write(goal('eins'));
    for (let second = 0; second < 32; second++) {
      await timers.pass(1_000);
      ben.emit('pong');
      anna.emit('pong');
    }
    expect(ben.closed).toBe(4508);
    expect(ben.terminated).toBe(true);
    expect(anna.closed).toBeNull();
  });

  it('[SY12] who sends too fast is read more slowly, who floods is closed', async () => {
    const { timers, come } = openRoom({ messagesPerSecond: 10, messagesBurst: 20 });
    const anna = await come('anna');
    for (let n = 0; n < 30; n++) {
      anna.write((doc) => scribble(doc, n));
    }
    expect(anna.isPaused).toBe(true);
    await timers.pass(3_000);
    expect(anna.isPaused).toBe(false);
    expect(anna.of('ack').at(-1)?.n).toBe(31);
    for (let n = 0; n < 300 && anna.closed === null; n++) {
      anna.write((doc) => scribble(doc, n));
      await timers.pass(20);
    }
    expect(anna.closed).toBe(4429);
  });

  it('[SY12] a socket is not read while too much of it waits for a commit', async () => {
    const { store, timers, come } = openRoom({ paperChars: 5_000_000 });
    const anna = await come('anna');
    store.hold();
    const id = addGoal(anna.doc, null, {}, ORIGIN.list);
    anna.answer();
    for (let n = 0; n < 60; n++) {
      anna.write((doc) => {
        if ('id' in id) {
          setGoalText(doc, id.id, 'textOwn', String(n % 10).repeat(19_000), ORIGIN.text);
        }
      });
    }
    await settle();
    expect(anna.isPaused).toBe(true);
    store.release();
    await timers.pass(20_000);
    expect(anna.isPaused).toBe(false);
    expect(anna.of('ack').at(-1)?.n).toBe(62);
  });
});
