import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { SyncLimits } from '#server/sync/limits.ts';
import { createMemoryStore, type MemoryStore } from '#server/sync/log/memory-store.ts';
import type { LogStore } from '#server/sync/log/store.ts';
import { createSyncHub } from '#server/sync/room/hub.ts';
import type { SyncHub } from '#server/sync/types.ts';
import { presenceFrame, step1Frame, updateFrame } from '#server/sync/wire/frames.ts';
import type { ParticipantRole } from '#shared/access/parts.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { paragraphsOf } from '#shared/documents/plan/texts.ts';
import { hasOldTexts } from '#shared/documents/plan/upgrade.ts';
import { rawString, rawUpdate } from '../../helpers/evil-updates.ts';
import { FakeSocket } from '../../helpers/fake-socket.ts';
import { type HandTimers, handTimers, settle } from '../../helpers/hand-timers.ts';
import { scribble } from '../../helpers/plan-doc.ts';
import { writeOldParagraphs } from '../../helpers/plan-texts.ts';
import { participant } from '../../helpers/sync-server.ts';

const PLAN = 'plan';
const goal = (text: string) => (doc: Y.Doc) => {
  addGoal(doc, null, { textOwn: text }, ORIGIN.list);
};
const sentences = (doc: Y.Doc): string[] => readGoals(doc).map(({ sentence }) => sentence);

const sentencesIn = (hub: SyncHub): Promise<string[]> => hub.readCommitted(PLAN, sentences);

/** A store whose commits the test lets through, or makes fail. */
function gate(inner: LogStore): LogStore & { hold(): void; release(error?: Error): void; appends: number } {
  let held: { go: () => void; fail: (error: Error) => void }[] | null = null;
  return {
    ...inner,
    appends: 0,
    hold() {
      held = [];
    },
    release(error) {
      const waiting = held ?? [];
      held = null;
      for (const { go, fail } of waiting) {
        error ? fail(error) : go();
      }
    },
    async append(entries) {
      this.appends++;
      if (held) {
        await new Promise<void>((go, fail) => held?.push({ go, fail }));
      }
      return inner.append(entries);
    },
  };
}

describe('room', () => {
  let memory: MemoryStore;
  let store: ReturnType<typeof gate>;
  let timers: HandTimers;
  let hub: SyncHub;
  let troubles: unknown[];

  beforeEach(() => {
    memory = createMemoryStore();
    memory.createDocument(PLAN, seedPlan(EMPTY_SEED));
    store = gate(memory);
    timers = handTimers();
    troubles = [];
    hub = open({});
  });
  function open(limits: Partial<SyncLimits>): SyncHub {
    return createSyncHub({
      kinds: DOCUMENT_KINDS,
      store,
      timers,
      limits,
      facts: async (documentId) => {
        const state = memory.stateOf(documentId);
        return state && { state, phase: 'ziele' };
      },
      onTrouble: (_planId, error) => troubles.push(error),
    });
  }
  /** Somebody who has the plan. */
  async function come(name: string, role?: ParticipantRole): Promise<FakeSocket> {
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant(name, role));
    socket.hello();
    await settle();
    socket.answer();
    await timers.pass(10);
    socket.told = [];
    return socket;
  }

  it('[SY2] says the state first, then asks, then gives the plan', async () => {
    const socket = new FakeSocket();
    hub.connect(socket.asSocket(), PLAN, participant('anna'));
    socket.hello();
    await settle();
    expect(socket.told.map(({ type }) => type)).toEqual(['state', 'step1', 'step2']);
    expect(socket.of('state')[0]?.state).toMatchObject({ state: 'open', phase: 'ziele', epoch: 1 });
  });

  it('[DU8] nothing leaves the room before the commit, neither to others nor to those who join', async () => {
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

  it('[SY4] a gap before the first full answer is passed over, later ones ask again', async () => {
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
    hub = open({ messageBytes: 10 });
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
    const socket = await typeAcrossGap();
    expect([...socket.of('ack'), ...socket.of('nack')]).toEqual([]);
    socket.answer();
    await timers.pass(10);
    expect(socket.of('ack').map(({ n }) => n)).toEqual([3]);
    expect((await hub.readCommitted(PLAN, readPlan)).goals).toHaveLength(3);
  });

  it('[SY4] a refused full answer refuses the gap, and what was kept after it is acknowledged', async () => {
    hub = open({ messageBytes: 10 });
    const socket = await typeAcrossGap();
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

  /** Message 1 has a gap before it, message 2 only deletes and has none; there is no full answer yet. */
  async function typeAcrossGap(): Promise<FakeSocket> {
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

  it('[GU8] who collects too many refusals is closed, others are not', async () => {
    const [anna, ben] = [await come('anna'), await come('ben')];
    for (let round = 0; round < 20; round++) {
      anna.write((doc) => doc.getMap('evil').set('x', round));
    }
    await timers.pass(10);
    expect(anna.closed).toBe(4400);
    expect(ben.closed).toBeNull();
  });

  it('[GU3] two who claim one client id: the first has it', async () => {
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

  it('[SY21] message 102 counts lives of the database, rows and versions', async () => {
    const anna = new FakeSocket();
    hub.connect(anna.asSocket(), PLAN, participant('anna'));
    await settle();
    expect(anna.of('state').at(-1)?.state).toMatchObject({ generation: 1, seq: 1, versions: 0 });
  });

  it('[SY10] everybody hears something at least every 15 seconds', async () => {
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
    const anna = await come('anna');
    await timers.pass(50_000);
    expect(anna.terminated).toBe(true);
    expect(hub.connections(PLAN)).toEqual([]);
  });

  it('[SY11] a slow reader gets nothing until it drains, then one difference and what it is owed', async () => {
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
    hub = open({ messagesPerSecond: 10, messagesBurst: 20 });
    const anna = await come('anna');
    for (let n = 0; n < 30; n++) {
      anna.write((doc) => setScratch(doc, n));
    }
    expect(anna.isPaused).toBe(true);
    await timers.pass(3_000);
    expect(anna.isPaused).toBe(false);
    expect(anna.of('ack').at(-1)?.n).toBe(31);
    for (let n = 0; n < 300 && anna.closed === null; n++) {
      anna.write((doc) => setScratch(doc, n));
      await timers.pass(20);
    }
    expect(anna.closed).toBe(4429);
  });

  it('[SY12] a socket is not read while too much of it waits for a commit', async () => {
    hub = open({ paperChars: 5_000_000 });
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

  it('[DU6] the log is compacted when it outgrows the state, and nothing is lost', async () => {
    hub = open({ compactAboveBytes: 2_000 });
    const anna = await come('anna');
    for (let n = 0; n < 40; n++) {
      anna.write(goal(`Ziel ${n}`));
      await timers.pass(10);
    }
    const stored = await memory.read(PLAN);
    expect(stored?.compacted?.uptoSeq).toBeGreaterThan(1);
    expect(stored?.tail.length).toBeLessThan(40);
    hub = open({});
    expect((await come('ben')).doc.getMap('goals').size).toBe(40);
  });

  it('[DU6] a compaction that fails changes nothing but is told', async () => {
    hub = open({ compactAboveBytes: 500 });
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

  it('[DU5] freezing waits for what came before it and nothing else', async () => {
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

  it('[DU18] an owner that was replaced lets nobody in, and whoever only reads hears of it', async () => {
    const told: string[] = [];
    hub = createSyncHub({
      kinds: DOCUMENT_KINDS,
      store,
      timers,
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

  it('[DU15] a transaction whose commit is lost ends the room: the plan may be frozen by now', async () => {
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
    const anna = await come('anna');
    const freezing = hub.withCommittedDocument(PLAN, async () => {
      throw new Error('no');
    });
    await expect(freezing).rejects.toThrow('no');
    expect(anna.closed).toBeNull();
  });

  it('[GU8] what had to be applied to be found wrong counts as five refusals, and leaves no trace', async () => {
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

  it('[SY13] flushed counts when everything before it is committed, and ends with the state', async () => {
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

  it('[DU20] a plan of the version before is brought into the form of now when it is loaded', async () => {
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    const before = readPlan(old);
    for (let start = 0; start < 2; start++) {
      const started = open({});
      // Loads it, as whoever comes does.
      await started.forgetWithdrawn('old');
      const plan = await started.readCommitted('old', (doc) => [readPlan(doc), hasOldTexts(doc)]);
      expect(plan).toEqual([before, false]);
    }
    expect(troubles).toEqual([]);
  });

  it('[DU20] a plan that cannot be brought into the form of now is opened as it is, and the next time', async () => {
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    store.compact = async () => {
      throw new Error('no space');
    };
    const look = (doc: Y.Doc) => [paragraphsOf(readPlan(doc).texts.anlass), hasOldTexts(doc)];
    await hub.forgetWithdrawn('old');
    expect(await hub.readCommitted('old', look)).toEqual([['Darum geht es.'], true]);
    expect(troubles.length).toBe(1);
    store.compact = memory.compact;
    hub = open({});
    await hub.forgetWithdrawn('old');
    expect(await hub.readCommitted('old', look)).toEqual([['Darum geht es.'], false]);
  });

  it('[DU20] what somebody typed in the old form and sends only now is refused by its place', async () => {
    const old = new Y.Doc();
    writeOldParagraphs(old, 'anlass', ['Darum geht es.']);
    memory.createDocument('old', Y.encodeStateAsUpdate(old));
    const socket = new FakeSocket();
    Y.applyUpdate(socket.doc, Y.encodeStateAsUpdate(old));
    hub.connect(socket.asSocket(), 'old', participant('anna'));
    socket.hello();
    await settle();
    socket.answer();
    await timers.pass(10);
    const paragraph = socket.doc.getXmlFragment('text:anlass').get(0) as Y.XmlElement;
    socket.write(() => (paragraph.get(0) as Y.XmlText).insert(0, 'Spät. '));
    await timers.pass(10);
    expect(socket.of('nack').map(({ code }) => code)).toEqual(['forbidden_part']);
    const said = paragraphsOf((await hub.readCommitted('old', readPlan)).texts.anlass);
    expect(said).toEqual(['Darum geht es.']);
  });
});

function setScratch(doc: Y.Doc, value: number): void {
  scribble(doc, value);
}
