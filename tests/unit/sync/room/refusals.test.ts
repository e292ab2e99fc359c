import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { presenceFrame, step1Frame, updateFrame } from '#server/sync/wire/frames.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { rawString, rawUpdate } from '../../../helpers/evil-updates.ts';
import { FakeSocket } from '../../../helpers/fake-socket.ts';
import { settle } from '../../../helpers/hand-timers.ts';
import { participant } from '../../../helpers/sync-server.ts';
import { goal, openRoom, PLAN, sentences, sentencesIn } from './open-room.ts';

describe('room', () => {
  it('[GU8] who collects too many refusals is closed, others are not', async () => {
    const { timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    for (let round = 0; round < 20; round++) {
      anna.write((doc) => doc.getMap('evil').set('x', round));
    }
    await timers.pass(10);
    expect(anna.closed).toBe(4400);
    expect(ben.closed).toBeNull();
  });

  it('[GU3] two who claim one client id: the first has it', async () => {
    const { hub, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    ben.doc.clientID = anna.doc.clientID;
    anna.write(goal('Annas'));
    await timers.pass(10);
    ben.doc.clientID = anna.doc.clientID;
    ben.write(goal('Bens'));
    await timers.pass(10);
    expect(ben.of('nack').map(({ code }) => code)).toEqual(['foreign_client']);
    expect((await hub.readCommitted(PLAN, readPlan)).goals.map(({ sentence }) => sentence)).toEqual([
      'Annas',
    ]);
  });

  it('[GU21] nobody gets a client id by answering with the words of others, and is told for good', async () => {
    const { hub, timers, come } = openRoom();
    const [anna, ben] = [await come('anna'), await come('ben')];
    const lost = new Y.Doc();
    goal('Von Carla, in der Sicherung nicht mehr da')(lost);
    anna.answer(Y.encodeStateAsUpdate(lost));
    await timers.pass(10);
    expect(anna.of('nack').map(({ code }) => code)).toEqual(['foreign_client']);
    expect(anna.closed).toBe(4410);
    expect(await sentencesIn(hub)).toEqual([]);
    // It is still Carla's: she says that she uses it.
    const carla = new FakeSocket();
    Y.applyUpdate(carla.doc, Y.encodeStateAsUpdate(lost));
    carla.doc.clientID = lost.clientID;
    hub.connect(carla.asSocket(), PLAN, participant('carla'));
    carla.hello();
    await settle();
    carla.answer();
    await timers.pass(10);
    expect(carla.of('nack')).toEqual([]);
    expect(await sentencesIn(hub)).toEqual(['Von Carla, in der Sicherung nicht mehr da']);
    expect(ben.closed).toBeNull();
  });

  it('[GU21] the first state of a stock client names the id it uses, what it repeats of others names none', async () => {
    const { hub, timers } = openRoom();
    const anna = new FakeSocket();
    const lost = new Y.Doc();
    goal('Getippt ohne Netz')(lost);
    hub.connect(anna.asSocket(), PLAN, participant('anna'));
    anna.receive(step1Frame(Y.encodeStateVector(anna.doc)));
    anna.receive(presenceFrame([{ clientId: lost.clientID, clock: 1, state: {} }]));
    await settle();
    anna.answer(Y.encodeStateAsUpdate(lost));
    await timers.pass(10);
    expect(anna.of('nack')).toEqual([]);
    expect(await sentencesIn(hub)).toEqual(['Getippt ohne Netz']);
    const others = new Y.Doc();
    goal('Von Ben')(others);
    anna.receive(presenceFrame([{ clientId: others.clientID, clock: 1, state: {} }]));
    anna.answer(Y.encodeStateAsUpdate(others));
    await timers.pass(10);
    expect(anna.closed).toBe(4410);
  });

  it('[GU8] what had to be applied to be found wrong counts as five refusals, and leaves no trace', async () => {
    const { timers, troubles, come } = openRoom();
    const [anna, evil] = [await come('anna'), await come('evil')];
    anna.write(goal('abcd'));
    await timers.pass(20);
    const records = anna.doc.getMap<Y.Map<unknown>>('goals');
    const { client, clock } = ([...records.values()][0]?.get('textOwn') as Y.Text)._start?.id as Y.ID;
    // Between the first and the last letter stand two that whoever knows the last one must know.
    const place = { origin: [client, clock], right: [client, clock + 3] } as const;
    const wedge = rawString('X', { origin: [...place.origin], right: [...place.right] });
    for (let n = 1; n <= 4; n++) {
      expect(evil.closed).toBeNull();
      evil.receive(updateFrame(rawUpdate([{ client: 4711, clock: 0, structs: [wedge] }])));
      await timers.pass(20);
    }
    expect(evil.closed).toBe(4400);
    expect(evil.of('nack').every(({ code }) => code === 'malformed')).toBe(true);
    anna.write(goal('Weiter'));
    await timers.pass(20);
    const cem = await come('cem');
    expect(sentences(cem.doc).sort()).toEqual(['Weiter', 'abcd']);
    expect(sentences(anna.doc).sort()).toEqual(['Weiter', 'abcd']);
    expect(troubles).toEqual([]);
  });
});
