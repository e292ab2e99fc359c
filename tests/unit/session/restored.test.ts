import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { WireState } from '#shared/wire/messages.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import type { MeetingSession } from '../../../client/session/types.ts';
import { eventually, memoryStorage, until } from './helpers.ts';
import { type SyncServer, startSyncServer } from './sync-server.ts';

let server: SyncServer;
let session: MeetingSession;
let storage: Storage;

const sentences = (doc: Y.Doc): string[] => readGoals(doc).map(({ sentence }) => sentence);
const box = (): string[] => session.refused.get().map(({ code, text }) => `${code}: ${text}`);

function open(): MeetingSession {
  return createMeetingSession({
    participationId: 'leon',
    documents: { plan: 'plan', own: null },
    meetingId: 'meeting',
    wsBase: server.wsBase,
    storage,
  });
}

async function say(doc: Y.Doc, words: string): Promise<string> {
  const added = addGoal(doc, null, { textOwn: words }, ORIGIN.list);
  await until(session.plan.settled, (isSettled) => isSettled);
  return 'id' in added ? added.id : '';
}

beforeEach(async () => {
  storage = memoryStorage();
  server = await startSyncServer(seedPlan(EMPTY_SEED));
  session = open();
  await until(session.plan.ready, (isReady) => isReady);
});

afterEach(async () => {
  session.destroy();
  await server.stop();
});

/** The state before the last words, put in the place of the server's. */
async function goBack(dump: Uint8Array, counted: Partial<WireState>): Promise<void> {
  const before = session.plan.doc.get();
  server.restore(dump, counted);
  server.closeAll(4500);
  await until(session.plan.doc, (doc) => doc !== before);
  await until(session.plan.ready, (isReady) => isReady);
}

describe('an older dump was restored', () => {
  it.each([
    ['another life of the database', { generation: 2 }],
    ['fewer rows', { seq: 0 }],
    ['fewer owners', { epoch: 0 }],
    ['a document that lacks what it held', {}],
  ])('[RE1] %s: what was saved and is lost stands in the box, own words and those of others', async (_how, counted) => {
    const kept = await say(session.plan.doc.get(), 'Vor der Sicherung');
    const dump = Y.encodeStateAsUpdate(server.doc);
    await say(session.plan.doc.get(), 'Danach von mir');
    addGoal(server.doc, null, { textOwn: 'Danach von Ben' }, ORIGIN.list);
    setGoalText(server.doc, kept, 'textOwn', 'Vor der Sicherung, danach länger', ORIGIN.text);
    await eventually(() => sentences(session.plan.doc.get()).length === 3, 'it has seen all');
    await goBack(dump, counted);
    expect(sentences(session.plan.doc.get())).toEqual(['Vor der Sicherung']);
    await until(session.refused, (entries) => entries.length > 0);
    expect(session.refused.get()).toHaveLength(1);
    for (const words of ['Danach von mir', 'Danach von Ben', 'Vor der Sicherung, danach länger']) {
      expect(box()[0]).toContain(words);
    }
    expect(sentences(server.doc)).toEqual(['Vor der Sicherung']);
    expect(session.save.get()).toEqual({ kind: 'refused', count: 1 });
  });

  it('[RE2] put back in, it stands in the plan once, also where somebody else did it before', async () => {
    const dump = Y.encodeStateAsUpdate(server.doc);
    await say(session.plan.doc.get(), 'Danach von mir');
    addGoal(server.doc, null, { textOwn: 'Danach von Ben' }, ORIGIN.list);
    await eventually(() => sentences(session.plan.doc.get()).length === 2, 'it has seen all');
    await goBack(dump, { generation: 2 });
    await until(session.refused, (entries) => entries.length > 0);
    await session.putBack(session.refused.get()[0]?.id ?? '', false);
    await eventually(() => sentences(server.doc).length === 2, 'it is back');
    expect(sentences(server.doc).sort()).toEqual(['Danach von Ben', 'Danach von mir']);
    expect(box()).toEqual([]);
  });

  it('[RE2] what this person may not write stays in the box', async () => {
    const dump = Y.encodeStateAsUpdate(server.doc);
    await say(session.plan.doc.get(), 'Danach von mir');
    await goBack(dump, { generation: 2, writable: [] });
    await until(session.refused, (entries) => entries.length > 0);
    await session.putBack(session.refused.get()[0]?.id ?? '', false);
    expect(box()).toEqual(['restored: Danach von mir']);
    expect(sentences(server.doc)).toEqual([]);
  });

  it('[RE3] a device that is no longer known keeps what it has seen for the next way in', async () => {
    const dump = Y.encodeStateAsUpdate(server.doc);
    await say(session.plan.doc.get(), 'Danach von mir');
    server.restore(dump, { generation: 2 });
    server.closeAll(4410);
    await until(session.save, ({ kind }) => kind === 'closed');
    expect(session.save.get()).toEqual({ kind: 'closed', code: 4410 });
    expect(sentences(session.plan.doc.get())).toEqual(['Danach von mir']);
    session.destroy();
    session = open();
    await until(session.refused, (entries) => entries.length > 0);
    expect(box()).toEqual(['restored: Danach von mir']);
  });

  it('[RE1] a restart of the server alone puts nothing into the box', async () => {
    await say(session.plan.doc.get(), 'Gesagt');
    server.state = { ...server.state, epoch: 2 };
    server.closeAll(4500);
    await until(session.plan.settled, (isSettled) => !isSettled);
    await until(session.plan.settled, (isSettled) => isSettled);
    expect(box()).toEqual([]);
  });
});
