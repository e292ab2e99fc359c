import { afterEach, beforeEach, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { createMemoryStore, type MemoryStore } from '#server/sync/log/memory-store.ts';
import {
  addGoal,
  flatten,
  goalRecord,
  readGoals,
  removedGoals,
  removeGoal,
  setGoalText,
} from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN, sharedText } from '#shared/documents/plan/records.ts';
import type { NackName, PlanState } from '#shared/wire/messages.ts';
import { createMeetingSession } from '../../../client/session/meeting-session.ts';
import type { MeetingSession } from '../../../client/session/types.ts';
import { openSyncServer, participant, type SyncServer } from '../../helpers/sync-server.ts';
import { eventually, memoryStorage, until } from './helpers.ts';

const PLAN = 'meeting2';
const SEED = seedPlan({ ...EMPTY_SEED, goals: [{ id: 'r1', textAgreed: 'Schule schaffen', children: [] }] });

let store: MemoryStore;
let state: PlanState;
let server: SyncServer;
const sessions: MeetingSession[] = [];

beforeEach(async () => {
  store = createMemoryStore();
  store.createDocument(PLAN, SEED);
  state = 'open';
  server = await openSyncServer(
    { store, facts: async () => ({ state, phase: 'ziele', versions: state === 'frozen' ? 1 : 0 }) },
    [participant('leon', 'junger_mensch'), participant('aydin', 'dolmetscher')],
  );
});

afterEach(async () => {
  for (const session of sessions.splice(0)) {
    session.destroy();
  }
  await server.close();
});

async function join(participationId: string): Promise<MeetingSession> {
  const session = createMeetingSession({
    meetingId: 'meeting',
    participationId,
    documents: { plan: PLAN, own: null },
    wsBase: new URL(server.urlOf(participationId)).origin.replace('http', 'ws'),
    personId: `person-${participationId}`,
    storage: memoryStorage(),
  });
  sessions.push(session);
  await until(session.plan.ready, (ready) => ready);
  await until(session.save, ({ kind }) => kind === 'saved');
  return session;
}

function setState(next: PlanState): Promise<void> {
  state = next;
  store.setState(PLAN, next);
  return server.hub.refresh(PLAN);
}

const sentences = (session: MeetingSession): string[] =>
  flatten(readGoals(session.plan.doc.get())).map((goal) => goal.sentence);

it('[UI1] two people at one table see each other, and saved means committed', async () => {
  const [leon, seidel] = [await join('leon'), await join('seidel')];
  addGoal(leon.plan.doc.get(), 'r1', { id: 'h1', textOwn: 'Mathe' }, ORIGIN.list);
  expect(leon.save.get()).toEqual({ kind: 'saving', pending: 1 });
  await until(leon.save, ({ kind }) => kind === 'saved');
  const committed = await server.hub.readCommitted(PLAN, readPlan);
  expect(flatten(committed.goals).map((goal) => goal.sentence)).toContain('Mathe');
  await eventually(() => sentences(seidel).includes('Mathe'), 'the other sees it');
  leon.setPresence({ selected: 'h1' });
  await until(seidel.others, (others) => [...others.values()].some(({ selected }) => selected === 'h1'));
  const [seen] = [...seidel.others.get().values()];
  expect(seen?.user).toMatchObject({ participationId: 'leon', name: 'leon' });
});

it('[UI3] what is typed and removed while the connection is away arrives, and nothing is refused', async () => {
  const [leon, seidel] = [await join('leon'), await join('seidel')];
  addGoal(seidel.plan.doc.get(), null, { id: 's1', textOwn: 'von Frau Seidel' }, ORIGIN.list);
  await eventually(() => sentences(leon).includes('von Frau Seidel'), 'Leon has it');
  server.hub.revoke({ participationId: 'leon' }, 'restart');
  addGoal(leon.plan.doc.get(), null, { id: 'a', textOwn: 'Fußball' }, ORIGIN.list);
  setGoalText(leon.plan.doc.get(), 's1', 'textOwn', 'von uns', ORIGIN.list);
  removeGoal(leon.plan.doc.get(), 'r1', 'person-leon', ORIGIN.list);
  setGoalText(seidel.plan.doc.get(), 'r1', 'textAgreed', 'Schule gut schaffen', ORIGIN.list);
  await until(leon.save, ({ kind }) => kind === 'saved');
  await eventually(() => sentences(seidel).join() === sentences(leon).join(), 'both see the same');
  expect(sentences(leon).sort()).toEqual(['Fußball', 'von uns']);
  expect(leon.refused.get()).toEqual([]);
});

it('[UI5] somebody who may only read gets the words back and the plan as it is', async () => {
  const aydin = await join('aydin');
  expect(aydin.plan.wire.get()?.writable).toEqual([]);
  setGoalText(aydin.plan.doc.get(), 'r1', 'textAgreed', 'Anders gesagt', ORIGIN.list);
  await until(aydin.refused, (entries) => entries.length === 1);
  expect(aydin.refused.get()[0]).toMatchObject({ code: 'forbidden_part', text: 'Anders gesagt' });
  await until(aydin.plan.ready, (ready) => ready);
  expect(sentences(aydin)).toEqual(['Schule schaffen']);
});

it('[UI5] an edit after freezing is refused as locked; others keep their picture', async () => {
  const [leon, seidel] = [await join('leon'), await join('seidel')];
  await setState('frozen');
  await until(leon.plan.wire, (wire) => wire?.state === 'frozen');
  addGoal(leon.plan.doc.get(), null, { id: 'late', textOwn: 'zu spät' }, ORIGIN.list);
  await until(leon.refused, (entries) => entries.length === 1);
  expect(leon.refused.get()[0]).toMatchObject({ code: 'locked', text: 'zu spät' });
  expect(sentences(seidel)).toEqual(['Schule schaffen']);
});

/** What no page writes: every way in mends its words first. */
function writeUnmended(doc: Y.Doc, id: string, key: string, piece: string): void {
  const record = goalRecord(doc, id);
  const text = record && sharedText(record, key);
  doc.transact(() => text?.insert(text.length, piece), ORIGIN.text);
}

it('[UI5] whatever is refused, its words stay in reach and the plan loads again as it is', async () => {
  await server.close();
  server = await openSyncServer({
    store,
    facts: async () => ({ state, phase: 'ziele', versions: state === 'frozen' ? 1 : 0 }),
    limits: { recordsOnTable: 2 },
  });
  const leon = await join('leon');
  addGoal(leon.plan.doc.get(), 'r1', { id: 'h1', textOwn: 'Mathe' }, ORIGIN.list);
  await until(leon.plan.wire, (wire) => wire?.quota.goals === 'full');
  const long = 'lang '.repeat(5_000);
  const refusals: [NackName, string, (doc: Y.Doc) => void][] = [
    ['quota', 'Sport', (doc) => addGoal(doc, 'r1', { id: 'h2', textOwn: 'Sport' }, ORIGIN.list)],
    ['too_large', long.trim(), (doc) => setGoalText(doc, 'h1', 'textOwn', long, ORIGIN.text)],
    ['schema', 'Mathe\u0007', (doc) => writeUnmended(doc, 'h1', 'textOwn', '\u0007')],
  ];
  for (const [code, text, write] of refusals) {
    const before = leon.plan.doc.get();
    write(before);
    const [entry] = await until(leon.refused, (entries) => entries.length === 1);
    expect(entry).toMatchObject({ code, text });
    expect(leon.save.get().kind).toMatch(/refused|saving/);
    await until(leon.plan.ready, (ready) => ready);
    expect(leon.plan.doc.get()).not.toBe(before);
    expect(sentences(leon)).toEqual(['Schule schaffen', 'Mathe']);
    leon.dismissRefused(entry?.id ?? '');
    await until(leon.save, ({ kind }) => kind === 'saved');
  }
});

it('[UI9] freezing waits for the last words and then hears "flushed" of everybody', async () => {
  const leon = await join('leon');
  await setState('freezing');
  await until(leon.plan.wire, (wire) => wire?.state === 'freezing');
  addGoal(leon.plan.doc.get(), null, { id: 'last', textOwn: 'letzter Satz' }, ORIGIN.list);
  await eventually(() => server.hub.connections(PLAN).every(({ flushed }) => flushed), 'flushed');
  const committed = await server.hub.readCommitted(PLAN, readPlan);
  expect(committed.goals.map((goal) => goal.sentence)).toContain('letzter Satz');
});

it('[UI8] a freeze brings everybody the document made anew; what came too late stays in reach', async () => {
  const [leon, seidel] = [await join('leon'), await join('seidel')];
  addGoal(leon.plan.doc.get(), null, { id: 'weg', textOwn: 'Zurückgenommen' }, ORIGIN.list);
  removeGoal(leon.plan.doc.get(), 'weg', 'person-leon', ORIGIN.list);
  await until(leon.save, ({ kind }) => kind === 'saved');
  const old = leon.plan.doc.get();
  const freezing = server.hub.withCommittedDocument(
    PLAN,
    async () => {
      // Typed while the version is being written.
      setGoalText(leon.plan.doc.get(), 'r1', 'textAgreed', 'Zu spät gesagt', ORIGIN.list);
      state = 'frozen';
      store.setState(PLAN, 'frozen');
    },
    () => ({ versionId: 'v1', sha256: '00' }),
  );
  await freezing;
  await until(leon.plan.doc, (doc) => doc !== old);
  await until(leon.plan.ready, (ready) => ready);
  expect(leon.refused.get()).toMatchObject([{ code: 'locked', text: 'Zu spät gesagt' }]);
  await until(seidel.plan.ready, (ready) => ready);
  for (const session of [leon, seidel]) {
    expect(sentences(session)).toEqual(['Schule schaffen']);
    expect(removedGoals(session.plan.doc.get())).toEqual([]);
  }
  await setState('open');
  await until(seidel.plan.wire, (wire) => wire?.state === 'open');
  addGoal(seidel.plan.doc.get(), null, { id: 'neu', textOwn: 'Es geht weiter' }, ORIGIN.list);
  await eventually(() => sentences(leon).includes('Es geht weiter'), 'the reopened plan is shared');
});

it('[UI8] who was away over a freeze and has unsent words finds them in the box', async () => {
  const [leon, seidel] = [await join('leon'), await join('seidel')];
  server.hub.revoke({ participationId: 'leon' }, 'restart');
  addGoal(leon.plan.doc.get(), null, { id: 'spät', textOwn: 'Ohne Netz getippt' }, ORIGIN.list);
  await server.hub.withCommittedDocument(
    PLAN,
    async () => {
      state = 'frozen';
      store.setState(PLAN, 'frozen');
    },
    () => ({ versionId: 'v1', sha256: '00' }),
  );
  await until(leon.refused, (entries) => entries.length === 1);
  expect(leon.refused.get()[0]).toMatchObject({ code: 'locked', text: 'Ohne Netz getippt' });
  await until(leon.plan.ready, (ready) => ready);
  expect(sentences(leon)).toEqual(sentences(seidel));
});

it('[UI4] a right that is withdrawn ends the session at once', async () => {
  const leon = await join('leon');
  server.hub.revoke({ participationId: 'leon' }, 'forbidden');
  await until(leon.save, (save) => save.kind === 'closed' && save.code === 4403);
});

it('[UI1] through many lost connections three people keep every word and end with one plan', async () => {
  const people = ['leon', 'seidel', 'krueger'];
  const table = [await join('leon'), await join('seidel'), await join('krueger')];
  const said: string[] = [];
  for (let round = 0; round < 60; round++) {
    const session = table[round % 3] as MeetingSession;
    said.push(`Satz ${round}`);
    addGoal(session.plan.doc.get(), null, { textOwn: `Satz ${round}` }, ORIGIN.list);
    if (round % 7 === 3) {
      server.hub.revoke({ participationId: people[(round * 5) % 3] as string }, 'restart');
    }
    await new Promise((resolve) => setTimeout(resolve, round % 4));
  }
  for (const session of table) {
    await until(session.save, ({ kind }) => kind === 'saved', 10_000);
  }
  const committed = await server.hub.readCommitted(PLAN, readPlan);
  expect(committed.goals.map((goal) => goal.sentence)).toEqual(expect.arrayContaining(said));
  for (const session of table) {
    await eventually(
      () => JSON.stringify(readPlan(session.plan.doc.get())) === JSON.stringify(committed),
      'all see the committed plan',
    );
    expect(session.refused.get()).toEqual([]);
  }
  expect(server.troubles).toEqual([]);
}, 30_000);
