import { describe, expect, it } from 'vitest';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { goal, openRoom, PLAN, sentences } from './open-room.ts';

describe('room', () => {
  it('[DU6] the log is compacted when it outgrows the state, and nothing is lost', async () => {
    const { memory, timers, come, reopen } = openRoom({ compactAboveBytes: 2_000 });
    const anna = await come('anna');
    for (let n = 0; n < 40; n++) {
      anna.write(goal(`Ziel ${n}`));
      await timers.pass(10);
    }
    const stored = await memory.read(PLAN);
    expect(stored?.compacted?.uptoSeq).toBeGreaterThan(1);
    expect(stored?.tail.length).toBeLessThan(40);
    reopen();
    expect((await come('ben')).doc.getMap('goals').size).toBe(40);
  });

  it('[DU6] a compaction that fails changes nothing but is told', async () => {
    const { store, timers, troubles, come } = openRoom({ compactAboveBytes: 500 });
    store.compact = async () => {
      throw new Error('no space');
    };
    const anna = await come('anna');
    for (let n = 0; n < 10; n++) {
      anna.write(goal(`Ziel ${n}`));
      await timers.pass(10);
    }
    expect(anna.closed).toBeNull();
    expect(anna.of('ack').at(-1)?.n).toBe(11);
    expect(troubles.length).toBeGreaterThan(0);
    expect(troubles.length).toBeLessThan(5);
  });

  it('[DU9] an idle room is left only when nothing waits, and comes back whole', async () => {
    const { memory, store, timers, come } = openRoom();
    const anna = await come('anna');
    store.hold();
    anna.write(goal('Im Flug'));
    await settle();
    anna.drop();
    await timers.pass(60_000);
    store.release();
    await settle();
    await timers.pass(60_000);
    const ben = await come('ben');
    expect(sentences(ben.doc)).toEqual(['Im Flug']);
    expect((await memory.read(PLAN))?.epoch).toBe(2);
  });

  it('[DU10] closing commits what is queued and sends everybody back later', async () => {
    const { hub, come } = openRoom();
    const anna = await come('anna');
    anna.write(goal('eins'));
    anna.write(goal('zwei'));
    await hub.close();
    expect(anna.of('ack').at(-1)?.n).toBe(3);
    expect(anna.closed).toBe(4500);
    const late = new FakeSocket();
    hub.connect(late.asSocket(), PLAN, participant('ben'));
    expect(late.closed).toBe(4500);
  });

  it('[SY7] revoking drops what that device has queued', async () => {
    const { hub, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.write(goal('eins'));
    anna.write(goal('zu spät'));
    hub.revoke({ deviceId: 'device-anna' }, 'forbidden');
    await timers.pass(10);
    expect(anna.closed).toBe(4403);
    expect(sentences(ben.doc)).toEqual(['eins']);
    anna.write(goal('viel zu spät'));
    await timers.pass(10);
    expect(sentences(ben.doc)).toEqual(['eins']);
  });

  it('[DU18] an owner that was replaced lets nobody in, and whoever only reads hears of it', async () => {
    const { memory, timers, come, reopen } = openRoom();
    const told: string[] = [];
    const hub = reopen({
      facts: async (documentId) => ({
        state: 'open',
        phase: 'ziele',
        epoch: (await memory.read(documentId))?.epoch ?? 0,
      }),
      onTrouble: (_planId, error) => told.push((error as Error).name),
    });
    const reader = await come('anna');
    await memory.claim(PLAN);
    const late = new FakeSocket();
    hub.connect(late.asSocket(), PLAN, participant('ben'));
    await settle();
    expect([reader.closed, late.closed, late.told]).toEqual([4500, 4500, []]);
    const next = await come('anna');
    expect(next.closed).toBeNull();
    await memory.claim(PLAN);
    await timers.pass(16_000);
    expect(next.closed).toBe(4500);
    expect(told).toEqual(['StaleOwnerError', 'StaleOwnerError']);
  });
});
