import * as decoding from 'lib0/decoding';
import { beforeEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { createMemoryStore } from '#server/sync/log/memory-store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { presenceFrame } from '#server/sync/wire/frames.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { MESSAGE } from '#shared/wire/messages.ts';
import { FakeSocket } from '../../helpers/fake-socket.ts';
import { type HandTimers, handTimers, settle } from '../../helpers/hand-timers.ts';
import { scribble } from '../../helpers/plan-doc.ts';
import { participant } from '../../helpers/sync-server.ts';

const CURSOR = { cursor: { board: 'goals', x: 1, y: 2 } };

describe('presence', () => {
  let hub: SyncHub;
  let timers: HandTimers;

  beforeEach(() => {
    const store = createMemoryStore();
    store.createDocument('plan', seedPlan(EMPTY_SEED));
    timers = handTimers();
    hub = createSyncHub({
      kinds: DOCUMENT_KINDS,
      store,
      timers,
      facts: async () => ({ state: 'open', phase: 'ziele' }),
    });
  });
  async function come(name: string, role?: ParticipantRole, device = name): Promise<FakeSocket> {
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), 'plan', { ...participant(name, role), deviceId: device });
    socket.hello();
    await timers.pass(100);
    return socket;
  }
  /** The last state that `viewer` heard of this client; undefined when none. */
  function stateOf(viewer: FakeSocket, clientId: number): unknown {
    return viewer
      .of('presence')
      .filter(({ states }) => clientId in states)
      .at(-1)?.states[clientId];
  }

  it('[SY14] shows the finger, under the identity that the server knows', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present({ ...CURSOR, user: { name: 'Jugendamt', participationId: 'ben' }, role: 'moderation' });
    await timers.pass(100);
    expect(stateOf(ben, anna.doc.clientID)).toEqual({
      ...CURSOR,
      user: { participationId: 'anna', personId: 'person-anna', name: 'anna', initials: 'an', hue: 1 },
    });
    expect(anna.of('presence')).toEqual([]);
  });

  it('[SY19] who asks for everybody again and again is told once a second', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present(CURSOR);
    await timers.pass(1_000);
    ben.told = [];
    for (let n = 0; n < 100; n++) {
      ben.receive(Uint8Array.of(MESSAGE.queryAwareness));
    }
    await timers.pass(100);
    expect(ben.of('presence')).toHaveLength(1);
    expect(stateOf(ben, anna.doc.clientID)).toMatchObject(CURSOR);
    await timers.pass(10_000);
    ben.receive(Uint8Array.of(MESSAGE.queryAwareness));
    await timers.pass(100);
    expect(ben.of('presence').filter(({ states }) => Object.keys(states).length > 0)).toHaveLength(2);
  });

  it('[SY14] another one’s client id is not taken', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present(CURSOR);
    await timers.pass(100);
    ben.present({ selected: 'x' }, anna.doc.clientID, 99);
    ben.present(null, anna.doc.clientID, 100);
    await timers.pass(100);
    const cem = await come('cem');
    expect(stateOf(cem, anna.doc.clientID)).toMatchObject(CURSOR);
    expect(stateOf(anna, anna.doc.clientID)).toBeUndefined();
  });

  it('[SY14] one state a connection: echoes of others and second ids are passed over', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present(CURSOR);
    ben.present({ selected: 'a' });
    await timers.pass(100);
    anna.told = [];
    ben.receive(
      presenceFrame([
        { clientId: anna.doc.clientID, clock: 50, state: { selected: 'falsch' } },
        { clientId: 4711, clock: 1, state: { selected: 'zwei' } },
        { clientId: ben.doc.clientID, clock: 2, state: { selected: 'b' } },
      ]),
    );
    await timers.pass(100);
    expect(anna.of('presence').map(({ states }) => Object.keys(states))).toEqual([[`${ben.doc.clientID}`]]);
    expect(stateOf(anna, ben.doc.clientID)).toMatchObject({ selected: 'b' });
  });

  it('[SY14] a client id that wrote under another name cannot be claimed', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.answer();
    anna.write((doc) => scribble(doc, 1));
    await timers.pass(100);
    ben.present(CURSOR, anna.doc.clientID);
    await timers.pass(100);
    expect(stateOf(anna, anna.doc.clientID)).toBeUndefined();
  });

  it('[SY14] the shared screen is nobody', async () => {
    const [anna, screen] = [await come('anna'), await come('screen', 'bildschirm')];
    screen.present(CURSOR);
    await timers.pass(100);
    expect(stateOf(anna, screen.doc.clientID)).toBeUndefined();
    anna.present(CURSOR);
    await timers.pass(100);
    expect(stateOf(screen, anna.doc.clientID)).toMatchObject(CURSOR);
  });

  it('[SY15] sixty moves in a second become at most thirty, and the last one wins', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present(CURSOR);
    await timers.pass(1_000);
    ben.told = [];
    for (let n = 1; n <= 60; n++) {
      anna.present({ cursor: { board: 'goals', x: n, y: 0 } }, anna.doc.clientID, n + 1);
      await timers.pass(16);
    }
    await timers.pass(100);
    expect(ben.of('presence').length).toBeLessThanOrEqual(31);
    expect(stateOf(ben, anna.doc.clientID)).toMatchObject({ cursor: { x: 60 } });
  });

  it('[SY15] edits take presence along, and it still goes out at most thirty times a second', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.answer();
    anna.present(CURSOR);
    await timers.pass(1_000);
    ben.told = [];
    for (let n = 1; n <= 100; n++) {
      anna.present({ cursor: { board: 'goals', x: n, y: 0 } }, anna.doc.clientID, n + 1);
      anna.write((doc) => scribble(doc, n));
      await timers.pass(10);
    }
    await timers.pass(100);
    const types = ben.told.map(({ type }) => type);
    expect(types.filter((type) => type === 'update').length).toBeGreaterThan(60);
    const shown = types.filter((type) => type === 'presence').length;
    expect(shown).toBeGreaterThan(25);
    expect(shown).toBeLessThanOrEqual(32);
    expect(stateOf(ben, anna.doc.clientID)).toMatchObject({ cursor: { x: 100 } });
  });

  it('[SY15] what is no presence is dropped, what is one stays', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    anna.present({ ...CURSOR, html: '<script>', role: 'x' });
    await timers.pass(100);
    expect(Object.keys(stateOf(ben, anna.doc.clientID) as object).sort()).toEqual(['cursor', 'user']);
    anna.present({ cursor: 'wrong' }, anna.doc.clientID, 2);
    await timers.pass(100);
    expect(Object.keys(stateOf(ben, anna.doc.clientID) as object)).toEqual(['user']);
  });

  it('[SY15] an awareness message that cannot be read closes that socket', async () => {
    for (const bad of [
      Uint8Array.of(1, 1, 1),
      presenceFrame([{ clientId: 1, clock: 1, state: 'x'.repeat(9_000) }]),
    ]) {
      const socket = await come('anna');
      socket.receive(bad.length > 10 ? bad : Uint8Array.of(MESSAGE.awareness, bad.length, ...bad));
      expect(socket.closed).toBe(4400);
    }
  });

  it('[SY16] who leaves disappears, and comes back with the same client id', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    const seen = new Awareness(ben.doc);
    const watch = (): void => {
      for (const { states } of ben.of('presence')) {
        for (const [clientId, state] of Object.entries(states)) {
          state === null ? seen.states.delete(Number(clientId)) : seen.states.set(Number(clientId), {});
        }
      }
    };
    anna.present(CURSOR);
    await timers.pass(100);
    watch();
    expect(seen.states.has(anna.doc.clientID)).toBe(true);
    anna.drop();
    await timers.pass(100);
    watch();
    expect(seen.states.has(anna.doc.clientID)).toBe(false);
    const again = await come('anna');
    again.present(CURSOR, anna.doc.clientID, 1);
    await timers.pass(100);
    watch();
    expect(seen.states.has(anna.doc.clientID)).toBe(true);
    seen.destroy();
  });

  it('[SY16] a stock awareness takes the state of one who returns, whose own clock has not moved', async () => {
    const sender = new Awareness(new FakeSocket().doc);
    sender.setLocalState(CURSOR);
    const own = encodeAwarenessUpdate(sender, [sender.clientID]);
    const receiver = new Awareness(new FakeSocket().doc);
    const ben = await come('ben');
    for (let round = 0; round < 2; round++) {
      const anna = await come('anna');
      anna.receive(presenceFrameOf(own));
      await timers.pass(100);
      relay(ben, receiver);
      expect(receiver.getStates().has(sender.clientID)).toBe(true);
      anna.drop();
      await timers.pass(100);
      relay(ben, receiver);
      expect(receiver.getStates().has(sender.clientID)).toBe(false);
    }
    sender.destroy();
    receiver.destroy();
  });

  it('[SY16] a second connection of the same device takes the place over from a dead one', async () => {
    const ben = await come('ben');
    const dead = await come('anna');
    dead.present(CURSOR);
    await timers.pass(100);
    const alive = await come('anna');
    alive.present({ selected: 'neu' }, dead.doc.clientID, 9);
    await timers.pass(100);
    dead.drop();
    await settle();
    await timers.pass(100);
    expect(stateOf(ben, dead.doc.clientID)).toMatchObject({ selected: 'neu' });
  });

  function presenceFrameOf(update: Uint8Array): Uint8Array {
    return Uint8Array.of(MESSAGE.awareness, update.length, ...update);
  }
  /** Hands the raw frames that `viewer` got on to a stock awareness. */
  function relay(viewer: FakeSocket, receiver: Awareness): void {
    for (const frame of viewer.raw.filter((raw) => raw[0] === MESSAGE.awareness)) {
      const decoder = decoding.createDecoder(frame.subarray(1));
      applyAwarenessUpdate(receiver, decoding.readVarUint8Array(decoder), 'server');
    }
    viewer.raw = [];
  }
});
