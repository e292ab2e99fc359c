import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { createPgFacts, createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import { addGoal, readGoals, setGoalText } from '#shared/documents/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { DATABASE_KINDS, openTestDatabase, type TestDatabase } from '../../helpers/database.ts';
import { plantMeeting } from '../../helpers/sync-database.ts';
import {
  connectClient,
  openSyncServer,
  participant,
  type SyncClient,
  type SyncServer,
  saved,
  until,
} from '../../helpers/sync-server.ts';

describe.each(DATABASE_KINDS)('sync over real sockets (%s)', (kind) => {
  let database: TestDatabase;
  /** Each test has a plan of its own in the one database: opening the embedded one takes seconds. */
  let PLAN = '';
  let tests = 0;
  let ANNA = participant('');
  let BEN = ANNA;
  let SCREEN = ANNA;
  const servers: SyncServer[] = [];
  const clients: SyncClient[] = [];

  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    PLAN = `plan-${++tests}`;
    ANNA = participant(`${PLAN}-anna`, 'moderation');
    BEN = participant(`${PLAN}-ben`, 'junger_mensch');
    SCREEN = { ...participant(`${PLAN}-screen`, 'bildschirm'), personId: null };
    await plantMeeting(database.sql, PLAN, ['anna', 'ben', 'screen']);
    const seed = seedPlan({ ...EMPTY_SEED, leitziel: 'Wir schaffen das' });
    await database.sql.begin((tx) =>
      insertDocument(tx, { id: PLAN, kind: 'plan', meetingId: PLAN, seed: seed }),
    );
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      client.destroy();
    }
    for (const server of servers.splice(0)) {
      await server.close();
    }
  });

  async function serve(): Promise<SyncServer> {
    const { sql } = database;
    const server = await openSyncServer({ store: createPgStore(sql), facts: createPgFacts(sql) }, [
      ANNA,
      BEN,
      SCREEN,
    ]);
    servers.push(server);
    return server;
  }
  function join(server: SyncServer, who: { participationId: string }, doc?: Y.Doc): SyncClient {
    const client = connectClient(server.urlOf(who.participationId), PLAN, doc);
    clients.push(client);
    return client;
  }
  async function joined(server: SyncServer, who: { participationId: string }): Promise<SyncClient> {
    const client = join(server, who);
    await until(() => client.provider.synced, 'the plan is loaded');
    await saved(client);
    return client;
  }
  function add(client: SyncClient, text: string): string {
    const made = addGoal(client.doc, null, { textOwn: text }, ORIGIN.list);
    if ('refused' in made) {
      throw new Error(made.refused);
    }
    return made.id;
  }
  const goals = (doc: Y.Doc): string[] => readGoals(doc).map((goal) => goal.sentence);
  const sees = (client: SyncClient, text: string): Promise<void> =>
    until(() => goals(client.doc).includes(text), `"${text}" is there`);

  it('[SY1] two clients converge, and what is acknowledged is in the database', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    const id = add(anna, 'Pünktlich zur Schule');
    await sees(ben, 'Pünktlich zur Schule');
    setGoalText(ben.doc, id, 'textOwn', 'Gern zur Schule', ORIGIN.text);
    await sees(anna, 'Gern zur Schule');
    await saved(anna);
    await saved(ben);
    expect(Y.encodeStateVector(anna.doc)).toEqual(Y.encodeStateVector(ben.doc));
    const stored = await server.hub.readCommitted(PLAN, readPlan);
    expect(stored.goals.map((goal) => goal.sentence)).toEqual(['Gern zur Schule']);
    expect(stored.leitziel).toBe('Wir schaffen das');
  });

  it('[SY2] the state comes first, with the parts this role may write', async () => {
    const server = await serve();
    const [anna, screen] = [await joined(server, ANNA), await joined(server, SCREEN)];
    expect(anna.states[0]).toMatchObject({ state: 'open', phase: 'ankommen', role: 'moderation', epoch: 1 });
    expect(anna.states[0]?.writable).toContain('goals');
    expect(screen.states[0]?.writable).toEqual([]);
  });

  it('[GU1] a reader follows along, and what it writes is refused and reaches nobody', async () => {
    const server = await serve();
    const [anna, screen] = [await joined(server, ANNA), await joined(server, SCREEN)];
    add(anna, 'Für alle');
    await sees(screen, 'Für alle');
    expect(screen.nacks).toEqual([]);
    add(screen, 'Vom Bildschirm');
    await until(() => screen.nacks.length > 0, 'the reader is refused');
    expect(screen.nacks).toEqual([{ n: screen.sent(), code: 'forbidden_part' }]);
    expect(goals(anna.doc)).toEqual(['Für alle']);
  });

  it('[SY6] a reader who comes back with the whole delete set is acknowledged in silence', async () => {
    const server = await serve();
    const [anna, screen] = [await joined(server, ANNA), await joined(server, SCREEN)];
    const id = add(anna, 'Erst lang');
    setGoalText(anna.doc, id, 'textOwn', 'Kurz', ORIGIN.text);
    await sees(screen, 'Kurz');
    screen.provider.disconnect();
    screen.provider.connect();
    await until(() => screen.provider.synced, 'it is back');
    await saved(screen);
    expect(screen.nacks).toEqual([]);
  });

  it('[DU5] freezing keeps what was typed before and refuses what comes later', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    add(anna, 'Vorher');
    await saved(anna);
    await database.sql`update document set state = 'freezing' where id = ${PLAN}`;
    await server.hub.refresh(PLAN);
    await until(() => anna.states.at(-1)?.state === 'freezing', 'freezing is told');
    add(ben, 'Noch schnell');
    ben.flush();
    await until(
      () => server.hub.connections(PLAN).some((open) => open.role === 'junger_mensch' && open.flushed),
      'the flush arrived',
    );
    const sentences = await server.hub.withCommittedDocument(
      PLAN,
      async (tx, doc) => {
        await tx`update document set state = 'frozen' where id = ${PLAN}`;
        return readPlan(doc)
          .goals.map((goal) => goal.sentence)
          .sort();
      },
      () => ({ versionId: 'v1', sha256: 'ab'.repeat(32) }),
    );
    expect(sentences).toEqual(['Noch schnell', 'Vorher']);
    await until(() => anna.frozen.length > 0, 'the version is told');
    expect(anna.frozen).toEqual([{ versionId: 'v1', sha256: 'ab'.repeat(32) }]);
    expect(anna.states.at(-1)).toMatchObject({ state: 'frozen', writable: [] });
    add(ben, 'Zu spät');
    await until(() => ben.nacks.length > 0, 'the late edit is refused');
    expect(ben.nacks[0]?.code).toBe('locked');
    expect(goals(anna.doc).sort()).toEqual(['Noch schnell', 'Vorher']);
    const rows = await database.sql`select seq from document_update where document_id = ${PLAN}`;
    expect(rows).toHaveLength(0);
  });

  it('[DU5] a freeze that fails leaves everything as it was', async () => {
    const server = await serve();
    const anna = await joined(server, ANNA);
    const freezing = server.hub.withCommittedDocument(PLAN, async (tx) => {
      await tx`update document set state = 'frozen' where id = ${PLAN}`;
      throw new Error('no version');
    });
    await expect(freezing).rejects.toThrow('no version');
    add(anna, 'Weiter');
    await saved(anna);
    expect((await server.hub.readCommitted(PLAN, readPlan)).goals).toHaveLength(1);
  });

  it('[DU5] a state that was changed behind the room is noticed at the insert', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    await database.sql`update document set state = 'frozen' where id = ${PLAN}`;
    add(anna, 'Zu spät');
    await until(() => anna.nacks.length > 0, 'the edit is refused');
    expect(anna.nacks[0]?.code).toBe('locked');
    expect(anna.states.at(-1)?.state).toBe('frozen');
    expect(goals(ben.doc)).toEqual([]);
    expect((await server.hub.readCommitted(PLAN, readPlan)).goals).toEqual([]);
  });

  it('[SY9] an unknown plan is closed for good with 4404', async () => {
    const server = await serve();
    expect(await closeCode(new WebSocket(`${server.urlOf(ANNA.participationId)}/nowhere`))).toBe(4404);
  });

  it('[DU7] a room that is loaded again has everything', async () => {
    const first = await serve();
    const anna = await joined(first, ANNA);
    add(anna, 'Bleibt');
    await saved(anna);
    const before = readPlan(anna.doc);
    await first.close();
    servers.length = 0;
    const second = await serve();
    const ben = await joined(second, BEN);
    expect(readPlan(ben.doc)).toEqual(before);
    expect(ben.states[0]?.epoch).toBe(2);
  });

  it('[DU7] a log with a missing row does not open, and nothing is written over it', async () => {
    await database.sql`update document set next_seq = 3 where id = ${PLAN}`;
    const server = await serve();
    const client = join(server, ANNA);
    await until(() => client.closes.length > 1, 'the room refuses');
    expect(new Set(client.closes)).toEqual(new Set([4500]));
    expect(String(server.troubles[0])).toMatch(/the log ends at row 1 and should end at 2/);
    expect(await database.sql`select seq from document_update where document_id = ${PLAN}`).toHaveLength(1);
  });

  it('[DU3] a second owner fences out the first, which closes its sockets and keeps nothing', async () => {
    const [first, second] = [await serve(), await serve()];
    const anna = await joined(first, ANNA);
    const ben = await joined(second, BEN);
    anna.provider.shouldReconnect = () => false;
    add(anna, 'Beim alten Besitzer');
    await until(() => anna.closes.length > 0, 'the old owner lets go');
    expect(anna.closes).toEqual([4500]);
    expect(anna.acked()).toBeLessThan(anna.sent());
    expect(goals(ben.doc)).toEqual([]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
    const again = join(second, ANNA, doc);
    await saved(again);
    await sees(ben, 'Beim alten Besitzer');
  });

  it('[SY7] a revoked device gets nothing more, others stay', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    server.hub.revoke({ participationId: BEN.participationId }, 'forbidden');
    await until(() => ben.closes.length > 0, 'the socket is closed');
    expect(ben.closes).toEqual([4403]);
    add(anna, 'Nicht für Ben');
    await saved(anna);
    expect(goals(ben.doc)).toEqual([]);
    server.hub.revoke({}, 'forbidden');
    expect(server.hub.connections(PLAN).map((open) => open.role)).toEqual(['moderation']);
  });

  it('[SY16] who returns with the same page sees at once who is there', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    const seesAnna = (): boolean => ben.provider.awareness.getStates().has(anna.doc.clientID);
    await until(seesAnna, 'Ben sees Anna');
    (ben.provider.ws as unknown as WebSocket).terminate();
    await until(() => !seesAnna(), 'his line is gone');
    // Anna's own renewal would come after 15 s.
    await until(seesAnna, 'Ben sees Anna again', 5_000);
  });

  it('[SY4] typing while reconnecting is neither lost nor refused', async () => {
    const server = await serve();
    const [anna, ben] = [await joined(server, ANNA), await joined(server, BEN)];
    for (let round = 0; round < 5; round++) {
      anna.provider.disconnect();
      add(anna, `offline ${round}`);
      anna.provider.connect();
      anna.provider.once('status', () => add(anna, `beim Verbinden ${round}`));
      await until(() => anna.provider.wsconnected, 'it is back');
      add(anna, `danach ${round}`);
      await saved(anna);
    }
    expect(anna.nacks).toEqual([]);
    await until(() => goals(ben.doc).length === 15, 'everything arrived');
    expect((await server.hub.readCommitted(PLAN, readPlan)).goals).toHaveLength(15);
  });
});

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.on('close', resolve));
}
