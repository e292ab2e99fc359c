import { describe, expect, it } from 'vitest';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { goal, openRoom, PLAN } from './open-room.ts';

describe('room', () => {
  it('[DU5] freezing waits for what came before it and nothing else', async () => {
    const { hub, memory, store, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    store.hold();
    anna.write(goal('vorher'));
    await settle();
    ben.write(goal('auch vorher'));
    const freezing = hub.withCommittedDocument(
      PLAN,
      async (_tx, doc) => {
        memory.setState(PLAN, 'frozen');
        return readPlan(doc).goals.length;
      },
      () => ({ versionId: 'v1', sha256: '00' }),
    );
    await settle();
    store.release();
    await timers.pass(10);
    expect(await freezing).toBe(2);
    anna.write(goal('danach'));
    await timers.pass(10);
    expect(anna.of('frozen')).toEqual([{ type: 'frozen', versionId: 'v1' }]);
    expect(anna.of('nack').map(({ code }) => code)).toEqual(['locked']);
    expect((await memory.read(PLAN))?.tail).toEqual([]);
  });

  it('[DU15] a transaction whose commit is lost ends the room: the plan may be frozen by now', async () => {
    const { hub, memory, store, timers, come } = openRoom();
    const anna = await come('anna');
    const { transact } = store;
    store.transact = async (documentId, epoch, write) => {
      await transact(documentId, epoch, write);
      throw new Error('the reply never came');
    };
    const freezing = hub.withCommittedDocument(PLAN, async () => memory.setState(PLAN, 'frozen'));
    await expect(freezing).rejects.toThrow('the reply never came');
    expect(anna.closed).toBe(4500);
    store.transact = transact;
    const back = await come('anna');
    back.write(goal('zu spät'));
    await timers.pass(10);
    expect(back.of('nack').map(({ code }) => code)).toEqual(['locked']);
  });

  it('[DU15] a transaction that fails before its commit changes nothing and ends nothing', async () => {
    const { hub, come } = openRoom();
    const anna = await come('anna');
    const freezing = hub.withCommittedDocument(PLAN, async () => {
      throw new Error('no');
    });
    await expect(freezing).rejects.toThrow('no');
    expect(anna.closed).toBeNull();
  });

  it('[SY13] flushed counts when everything before it is committed, and ends with the state', async () => {
    const { hub, memory, store, timers, come } = openRoom();
    const seen: boolean[] = [];
    hub.onPresence(() => seen.push(hub.connections(PLAN).some(({ flushed }) => flushed)));
    const anna = await come('anna');
    store.hold();
    anna.write(goal('eins'));
    anna.receive(Uint8Array.of(104));
    await timers.pass(20);
    expect(seen.includes(true)).toBe(false);
    store.release();
    await timers.pass(20);
    expect(seen.at(-1)).toBe(true);
    // Said again and again it is heard once.
    const told = seen.length;
    for (let n = 0; n < 50; n++) {
      anna.receive(Uint8Array.of(104));
    }
    await timers.pass(20);
    expect(seen).toHaveLength(told);
    memory.setState(PLAN, 'freezing');
    await hub.refresh(PLAN);
    expect(hub.connections(PLAN)[0]?.flushed).toBe(false);
  });
});
