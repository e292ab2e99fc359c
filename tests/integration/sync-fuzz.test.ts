import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createPgFacts, createPgStore, insertPlan } from '#server/sync/pg-store.ts';
import {
  addAgreement,
  leitzielText,
  readAgreements,
  removeAgreement,
  setAgreementText,
} from '#shared/plan/arrangements.ts';
import {
  addGoal,
  flatten,
  moveGoal,
  readGoals,
  removedGoals,
  removeGoal,
  restoreGoal,
  setGoalField,
  setGoalText,
  setScale,
} from '#shared/plan/goals.ts';
import { EMPTY_SEED, readPlan, seedPlan } from '#shared/plan/plan.ts';
import { ORIGIN, replaceText } from '#shared/plan/records.ts';
import {
  addResource,
  linkResource,
  placeResource,
  readResources,
  removeResource,
  setResourceText,
} from '#shared/plan/resources.ts';
import { appendParagraphs } from '#shared/plan/texts.ts';
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts';
import { shapeFaults } from '../helpers/plan-shape.ts';
import { type Random, seededRandom } from '../helpers/random.ts';
import { plantMeeting } from '../helpers/sync-database.ts';
import {
  connectClient,
  openSyncServer,
  participant,
  type SyncClient,
  type SyncServer,
  until,
} from '../helpers/sync-server.ts';

const PEOPLE = ['anna', 'ben', 'cem', 'dora', 'emil'];
const STEPS = 150;
const SEEDS = process.env['FUZZ_SEED'] ? [Number(process.env['FUZZ_SEED'])] : [1, 2, Date.now() % 1_000_000];

/** One real plan operation on a replica, chosen by chance. */
type Operation = (doc: Y.Doc, random: Random) => void;
const someGoal = (doc: Y.Doc, random: Random): string => random.pick(flatten(readGoals(doc)))?.id ?? 'none';
const someResource = (doc: Y.Doc, random: Random): string => random.pick(readResources(doc))?.id ?? 'none';
const words = (random: Random): string =>
  Array.from({ length: 1 + random.below(6) }, () =>
    random.pick(['Schule', 'Oma', '👨‍👩‍👧', 'ğ', '\n', 'x']),
  ).join(' ');

const OPERATIONS: Operation[] = [
  (doc, random) => {
    addGoal(doc, random.pick([null, someGoal(doc, random)]) ?? null, { textOwn: words(random) }, ORIGIN.list);
  },
  (doc, random) => moveGoal(doc, someGoal(doc, random), someGoal(doc, random), ORIGIN.board),
  (doc, random) => setGoalText(doc, someGoal(doc, random), 'textOwn', words(random), ORIGIN.text),
  (doc, random) => setGoalText(doc, someGoal(doc, random), 'textAgreed', words(random), ORIGIN.text),
  (doc, random) =>
    setScale(doc, someGoal(doc, random), random.pick(PEOPLE) ?? '', random.below(11), ORIGIN.list),
  (doc, random) => setGoalField(doc, someGoal(doc, random), 'status', 'vereinbart', ORIGIN.list),
  (doc, random) => removeGoal(doc, someGoal(doc, random), 'person', ORIGIN.list),
  (doc, random) => restoreGoal(doc, random.pick(removedGoals(doc))?.id ?? 'none', ORIGIN.list),
  (doc, random) => {
    addResource(doc, { domain: 'sozial', title: words(random) }, ORIGIN.list);
  },
  (doc, random) =>
    placeResource(doc, someResource(doc, random), [random.below(900), -random.below(900)], ORIGIN.board),
  (doc, random) => setResourceText(doc, someResource(doc, random), 'title', words(random), ORIGIN.text),
  (doc, random) =>
    linkResource(doc, someResource(doc, random), someGoal(doc, random), random.below(2) === 0, ORIGIN.list),
  (doc, random) => removeResource(doc, someResource(doc, random), 'person', ORIGIN.list),
  (doc, random) => {
    addAgreement(doc, words(random), ORIGIN.list);
  },
  (doc, random) =>
    setAgreementText(doc, random.pick(readAgreements(doc))?.id ?? 'none', words(random), ORIGIN.text),
  (doc, random) =>
    removeAgreement(doc, random.pick(readAgreements(doc))?.id ?? 'none', 'person', ORIGIN.list),
  (doc, random) => {
    const text = leitzielText(doc);
    if (text) {
      doc.transact(() => replaceText(text, words(random)), ORIGIN.text);
    }
  },
  (doc, random) => appendParagraphs(doc, 'bedarf', [words(random)], ORIGIN.text),
  (doc) => {
    const section = doc.getXmlFragment('text:bedarf');
    if (section.length > 2) {
      doc.transact(() => section.delete(0, 1), ORIGIN.text);
    }
  },
];

describe('sync under cuts', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase('postgres');
  });
  afterAll(() => database.close());

  it.each(SEEDS)('[DU11] seed %i: replicas converge and what was acknowledged is kept', async (seed) => {
    const plan = `plan-${seed}`;
    await plantMeeting(database.sql, plan, PEOPLE);
    await database.sql.begin((tx) =>
      insertPlan(tx, plan, plan, seedPlan({ ...EMPTY_SEED, leitziel: 'Ziel' })),
    );
    const random = seededRandom(seed);
    const people = PEOPLE.slice(0, 3 + random.below(3)).map((name) => participant(`${plan}-${name}`));
    const open = (): Promise<SyncServer> =>
      openSyncServer(
        {
          store: createPgStore(database.sql),
          facts: createPgFacts(database.sql),
          limits: { compactAboveBytes: 4_000, messagesBurst: 10_000 },
        },
        people,
      );
    let server = await open();
    const clients = people.map((who) => connectClient(server.urlOf(who.participationId), plan));
    try {
      await until(() => clients.every(({ provider }) => provider.synced), 'all have the plan');
      for (let step = 0; step < STEPS; step++) {
        const client = random.pick(clients) as SyncClient;
        random.pick(OPERATIONS)?.(client.doc, random);
        if (random.below(12) === 0) {
          cut(client, random);
        }
        if (random.below(60) === 0) {
          server = await restart(server, open, clients, people);
        }
        if (random.below(4) === 0) {
          await new Promise((resolve) => setTimeout(resolve, random.below(12)));
        }
      }
      for (const { provider } of clients) {
        provider.connect();
      }
      await until(() => clients.every(isSaved), `everything is acknowledged (FUZZ_SEED=${seed})`, 20_000);
      await until(() => areEqual(clients), `the replicas are equal (FUZZ_SEED=${seed})`);
      expect(clients.flatMap(({ nacks }) => nacks.filter(({ code }) => code !== 'not_causal'))).toEqual([]);
      await server.close();
      server = await open();
      const fresh = connectClient(server.urlOf(`${plan}-anna`), plan);
      clients.push(fresh);
      await until(() => fresh.provider.synced, 'a fresh replica has the plan');
      expect(readPlan(fresh.doc)).toEqual(readPlan((clients[0] as SyncClient).doc));
      expect(areEqual(clients), `equal clocks and deletions (FUZZ_SEED=${seed})`).toBe(true);
      expect(shapeFaults(fresh.doc)).toEqual([]);
      expect(server.troubles).toEqual([]);
      expect(await rowsAreGapless(database, plan)).toBe(true);
    } finally {
      for (const client of clients) {
        client.destroy();
      }
      await server.close();
    }
  });
});

/** The network fails in one of three ways. */
function cut({ provider }: SyncClient, random: Random): void {
  const socket = provider.ws as unknown as { terminate(): void } | null;
  switch (random.below(3)) {
    case 0:
      socket?.terminate();
      break;
    case 1:
      provider.disconnect();
      break;
    default:
      provider.disconnect();
      provider.connect();
  }
  if (random.below(2) === 0) {
    provider.connect();
  }
}

async function restart(
  server: SyncServer,
  open: () => Promise<SyncServer>,
  clients: readonly SyncClient[],
  people: readonly { participationId: string }[],
): Promise<SyncServer> {
  await server.close();
  const next = await open();
  for (const [index, { provider }] of clients.entries()) {
    provider.serverUrl = next.urlOf(people[index]?.participationId ?? '');
  }
  return next;
}

function isSaved(client: SyncClient): boolean {
  return client.provider.synced && client.sent() > 0 && client.acked() === client.sent();
}

function areEqual(clients: readonly SyncClient[]): boolean {
  const [first, ...others] = clients.map(({ doc }) => Y.snapshot(doc));
  return first !== undefined && others.every((other) => Y.equalSnapshots(first, other));
}

async function rowsAreGapless({ sql }: TestDatabase, plan: string): Promise<boolean> {
  const [row] = await sql<{ gapless: boolean }[]>`
    select count(*) = plan.next_seq - 1 - coalesce(max(plan_state.upto_seq), 0) as gapless
    from plan
    left join plan_state on plan_state.plan_id = plan.id
    left join plan_update on plan_update.plan_id = plan.id
    where plan.id = ${plan} group by plan.next_seq`;
  return row?.gapless === true || (await sql`select 1 from plan_update where plan_id = ${plan}`).length === 0;
}
