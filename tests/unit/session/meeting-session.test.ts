import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import { forgetUnsaved } from '../../../client/session/pending/tab-storage.ts';
import type { MeetingSession } from '../../../client/session/types.ts';
import { eventually, memoryStorage, unsavedIn, until } from './helpers.ts';
import { type SyncServer, startSyncServer } from './sync-server.ts';

const SEED = seedPlan({ ...EMPTY_SEED, goals: [{ id: 'r1', textAgreed: 'Schule schaffen', children: [] }] });

let server: SyncServer;
let storage: Storage;
const open: MeetingSession[] = [];

beforeEach(async () => {
  server = await startSyncServer(SEED);
  storage = memoryStorage();
});

afterEach(async () => {
  for (const session of open.splice(0)) {
    session.destroy();
  }
  await server.stop();
});

function join(store = storage): MeetingSession {
  const session = createMeetingSession({
    meetingId: 'meeting',
    participationId: 'leon',
    documents: { plan: 'meeting2', own: null },
    wsBase: server.wsBase,
    personId: 'p-leon',
    storage: store,
  });
  open.push(session);
  return session;
}

async function joined(): Promise<MeetingSession> {
  const session = join();
  await until(session.save, ({ kind }) => kind === 'saved');
  return session;
}

const add = (session: MeetingSession, id: string, text: string): void => {
  addGoal(session.plan.doc.get(), null, { id, textOwn: text }, ORIGIN.list);
};
const sentences = (doc: Y.Doc): string[] => readGoals(doc).map((goal) => goal.sentence);

describe('save state', () => {
  it('[UI1] says saved only when the server has confirmed every local change', async () => {
    const session = await joined();
    server.judge = () => 'silent';
    add(session, 'a', 'Fußball');
    await until(session.save, (state) => state.kind === 'saving' && state.pending === 1);
    await eventually(() => sentences(server.doc).includes('Fußball'), 'the server has the goal');
    expect(session.save.get().kind).toBe('saving');
    server.ack(2);
    await until(session.save, ({ kind }) => kind === 'saved');
  });

  it('[UI1] counts the answer to the step 1 of the server as a message of its own', async () => {
    const session = await joined();
    server.judge = () => 'silent';
    add(session, 'a', 'Fußball');
    await until(session.save, (state) => state.kind === 'saving' && state.pending === 1);
    server.ack(1);
    add(session, 'b', 'Oma besuchen');
    await until(session.save, (state) => state.kind === 'saving' && state.pending === 2);
    server.ack(3);
    await until(session.save, ({ kind }) => kind === 'saved');
  });

  it('[UI2] does not trust a confirmation of what was sent before the first full answer', async () => {
    server.withholdStep1 = true;
    const session = join();
    await until(session.plan.ready, (ready) => ready);
    add(session, 'a', 'Fußball');
    await eventually(() => server.received.includes('0/2'), 'the update went out');
    server.ack(1);
    await eventually(() => sentences(server.doc).includes('Fußball'), 'the server has the goal');
    expect(session.save.get()).toEqual({ kind: 'saving', pending: 1 });
    server.askStep1();
    await until(session.save, ({ kind }) => kind === 'saved');
  });

  it('[UI3] says offline after a loss, counts what waits, and sends it on return', async () => {
    const session = await joined();
    const { port } = new URL(server.wsBase);
    await server.stop();
    add(session, 'a', 'Fußball');
    add(session, 'b', 'Oma besuchen');
    await until(session.save, (state) => state.kind === 'offline' && state.pending === 2);
    server = await startSyncServer(SEED, Number(port));
    await until(session.save, ({ kind }) => kind === 'saved', 9_000);
    expect(sentences(server.doc).sort()).toEqual(['Fußball', 'Oma besuchen', 'Schule schaffen']);
  }, 15_000);

  it('[UI46] tells sentences and not keys, also after the tab was loaded again, and saved only when all is', async () => {
    const session = await joined();
    const { port } = new URL(server.wsBase);
    await server.stop();
    for (let end = 1; end <= 30; end++) {
      setGoalText(
        session.plan.doc.get(),
        'r1',
        'textOwn',
        'Ich möchte die Schule schaffen'.slice(0, end),
        ORIGIN.list,
      );
    }
    add(session, 'a', 'Fußball');
    await until(session.save, (state) => state.kind === 'offline' && state.pending === 2);
    await eventually(() => unsavedIn(storage).length === 1, 'the changes are kept');
    session.destroy();
    const again = join();
    await until(again.save, (state) => state.kind === 'offline' && state.pending === 2);
    server = await startSyncServer(SEED, Number(port));
    const seen: number[] = [];
    again.save.subscribe(() => {
      const state = again.save.get();
      seen.push(state.kind === 'saved' ? 0 : 'pending' in state ? state.pending : -1);
    });
    await until(again.save, ({ kind }) => kind === 'saved', 9_000);
    expect(seen.slice(0, -1).every((count) => count > 0)).toBe(true);
    expect(sentences(server.doc).sort()).toEqual(['Fußball', 'Schule schaffen']);
    expect(readGoals(server.doc).map(({ quote }) => quote)).toContain('Ich möchte die Schule schaffen');
  }, 15_000);

  it('[UI4] is closed for good by a final close code, and nothing stays on the device', async () => {
    const session = await joined();
    server.judge = () => 'silent';
    add(session, 'a', 'Fußball');
    await eventually(() => unsavedIn(storage).length === 1, 'the change is kept');
    server.closeAll(4403);
    await until(session.save, (state) => state.kind === 'closed' && state.code === 4403);
    expect(unsavedIn(storage).length).toBe(0);
  });
});

it('[UI4] keeps what was typed when the program is only too old', async () => {
  const session = await joined();
  server.judge = () => 'silent';
  add(session, 'a', 'Fußball');
  server.closeAll(4426);
  await until(session.save, (state) => state.kind === 'closed' && state.code === 4426);
  expect(unsavedIn(storage).length).toBe(1);
});

describe('refusals', () => {
  it('[UI5] puts refused words into the box, shows the plan of the server, keeps what came before', async () => {
    const session = await joined();
    const first = session.plan.doc.get();
    server.judge = (n) => (n === 2 ? 'silent' : 'forbidden_part');
    add(session, 'a', 'Fußball');
    add(session, 'b', 'Darf ich nicht');
    await until(session.refused, (entries) => entries.length === 1);
    server.judge = () => 'ack';
    expect(session.refused.get()[0]).toMatchObject({ code: 'forbidden_part', text: 'Darf ich nicht' });
    expect(session.plan.doc.get()).not.toBe(first);
    await until(session.plan.ready, (ready) => ready);
    expect(sentences(session.plan.doc.get()).sort()).toEqual(['Fußball', 'Schule schaffen']);
    expect(session.save.get()).toEqual({ kind: 'refused', count: 1 });
    session.dismissRefused(session.refused.get()[0]?.id ?? '');
    await until(session.save, ({ kind }) => kind === 'saved');
  });

  it('[UI5] [UI162] keeps the whole text of a field in the box, not only the letters that were typed last', async () => {
    const session = await joined();
    server.judge = () => 'locked';
    setGoalText(session.plan.doc.get(), 'r1', 'textAgreed', 'Schule gut schaffen', ORIGIN.list);
    await until(session.refused, (entries) => entries.length === 1);
    expect(session.refused.get()[0]).toMatchObject({
      code: 'locked',
      text: 'Schule gut schaffen',
      place: 'goals',
    });
  });

  it('[UI5] sends again what was on the way before the refusal and never arrived', async () => {
    const session = await joined();
    server.judge = (n) => (n === 2 ? 'silent' : 'schema');
    const committed = server.doc;
    // The server forgets what it had not committed, as after a failed commit.
    const before = Y.encodeStateAsUpdate(committed);
    add(session, 'a', 'Fußball');
    add(session, 'b', 'passt nicht');
    await eventually(() => server.received.filter((type) => type === '0/2').length === 2, 'both came');
    const restored = new Y.Doc();
    Y.applyUpdate(restored, before);
    server.replaceDoc(restored);
    server.judge = () => 'ack';
    await until(session.refused, (entries) => entries.length === 1);
    await eventually(() => sentences(restored).includes('Fußball'), 'the earlier change is sent again');
  });

  it('[UI6] answers "something is missing" by comparing again; nothing is lost, nothing reloaded', async () => {
    const session = await joined();
    const doc = session.plan.doc.get();
    server.judge = (n) => (n < 4 ? 'not_causal' : 'ack');
    add(session, 'a', 'Fußball');
    add(session, 'b', 'Oma besuchen');
    await until(session.save, ({ kind }) => kind === 'saved');
    expect(sentences(server.doc).sort()).toEqual(['Fußball', 'Oma besuchen', 'Schule schaffen']);
    expect(session.plan.doc.get()).toBe(doc);
    expect(session.refused.get()).toEqual([]);
  });
});

describe('what is kept over a reload of the tab', () => {
  it('[UI7] sends unconfirmed changes again and forgets them once they are confirmed', async () => {
    const session = await joined();
    const { port } = new URL(server.wsBase);
    await server.stop();
    add(session, 'a', 'Fußball');
    session.destroy();
    expect(unsavedIn(storage).length).toBe(1);
    server = await startSyncServer(SEED, Number(port));
    const again = await joined();
    expect(sentences(server.doc)).toContain('Fußball');
    expect(sentences(again.plan.doc.get())).toContain('Fußball');
    await eventually(() => unsavedIn(storage).length === 0, 'the kept change is forgotten');
  });

  it('[UI7] waits for the whole plan before kept changes are judged by it', async () => {
    const session = await joined();
    const { port } = new URL(server.wsBase);
    add(session, 'a', 'Fußball');
    await until(session.save, (state) => state.kind === 'saving');
    await until(session.save, ({ kind }) => kind === 'saved');
    const plan = server.doc;
    await server.stop();
    setGoalText(session.plan.doc.get(), 'a', 'textOwn', 'Fußball im Verein', ORIGIN.list);
    session.destroy();
    server = await startSyncServer(SEED, Number(port));
    // The goal is in the second frame of the plan only.
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(plan));
    const again = await joined();
    expect(again.refused.get()).toEqual([]);
    expect(sentences(server.doc)).toContain('Fußball im Verein');
  });

  it('[UI7] puts kept words into the box where the plan was made anew meanwhile', async () => {
    const session = await joined();
    const { port } = new URL(server.wsBase);
    await server.stop();
    setGoalText(session.plan.doc.get(), 'r1', 'textAgreed', 'Schule gut schaffen', ORIGIN.list);
    session.destroy();
    server = await startSyncServer(seedPlan(EMPTY_SEED), Number(port));
    const again = join();
    await until(again.refused, (entries) => entries.length === 1);
    expect(again.refused.get()[0]).toMatchObject({ code: 'not_causal', text: 'gut' });
    expect(readPlan(server.doc).goals).toEqual([]);
  });

  it('[UI8] never lets words of an old document flow into a plan that was made anew', async () => {
    const session = await joined();
    const fresh = new Y.Doc();
    Y.applyUpdate(
      fresh,
      seedPlan({ ...EMPTY_SEED, goals: [{ id: 'r1', textAgreed: 'Neu gefasst', children: [] }] }),
    );
    server.replaceDoc(fresh);
    const before = session.plan.doc.get();
    server.closeAll(4500);
    await until(session.plan.doc, (doc) => doc !== before);
    await until(session.plan.ready, (ready) => ready);
    await until(session.save, ({ kind }) => kind === 'saved');
    expect(sentences(session.plan.doc.get())).toEqual(['Neu gefasst']);
    expect(fresh.store.clients.size).toBe(1);
  });

  it('[UI7] forgets everything of a participation that has ended', async () => {
    storage.setItem('planrunde.unsaved.leon.meeting2', 'AAA=');
    storage.setItem('planrunde.unsaved.krueger.meeting2', 'AAA=');
    forgetUnsaved('leon', storage);
    expect(storage.key(0)).toBe('planrunde.unsaved.krueger.meeting2');
    expect(unsavedIn(storage).length).toBe(1);
  });
});

describe('freezing', () => {
  it('[UI9] says "flushed" after everything that was typed before', async () => {
    const session = await joined();
    server.setState({ state: 'freezing' });
    await until(session.plan.wire, (wire) => wire?.state === 'freezing');
    add(session, 'a', 'letzter Satz');
    await eventually(() => server.received.includes('104'), 'flushed is sent');
    expect(server.received.indexOf('104')).toBeGreaterThan(server.received.lastIndexOf('0/2'));
    expect(sentences(server.doc)).toContain('letzter Satz');
  });
});
