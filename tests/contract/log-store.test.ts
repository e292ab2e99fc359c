import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '#server/sync/log/memory-store.ts';
import { createPgStore, insertDocument } from '#server/sync/log/pg-store.ts';
import {
  type LogEntry,
  type LogStore,
  StaleOwnerError,
  type StoredDocument,
} from '#server/sync/log/store.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import type { PlanState } from '#shared/wire/messages.ts';
import { DATABASE_KINDS, openTestDatabase } from '../helpers/database.ts';
import { plantMeeting } from '../helpers/sync-database.ts';

/** One store under test, with the little that the suite needs beside it. */
interface Bench {
  store: LogStore;
  createDocument(documentId: string, kind: string, seed?: Uint8Array): Promise<void>;
  setState(documentId: string, state: PlanState): Promise<void>;
  /** Participations that claims may name. */
  participations: readonly [string, string];
  close(): Promise<void>;
}

const SEED = Uint8Array.of(0, 0);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

async function openMemory(): Promise<Bench> {
  const store = createMemoryStore();
  return {
    store,
    createDocument: async (documentId, kind, seed) => store.createDocument(documentId, seed, kind),
    setState: async (documentId, state) => store.setState(documentId, state),
    participations: ['anna', 'ben'],
    close: async () => {},
  };
}

async function openSql(database: (typeof DATABASE_KINDS)[number]): Promise<Bench> {
  const { sql, close } = await openTestDatabase(database);
  await plantMeeting(sql, 'people', ['anna', 'ben']);
  return {
    store: createPgStore(sql),
    createDocument: async (documentId, kind, seed = SEED) => {
      await plantMeeting(sql, documentId, []);
      await sql.begin((tx) => insertDocument(tx, { id: documentId, kind, meetingId: documentId, seed }));
    },
    setState: async (documentId, state) => {
      await sql`update document set state = ${state} where id = ${documentId}`;
    },
    participations: ['people-anna', 'people-ben'],
    close,
  };
}

const OPENERS: [string, () => Promise<Bench>][] = [
  ['memory', openMemory],
  ...DATABASE_KINDS.map((kind): [string, () => Promise<Bench>] => [kind, () => openSql(kind)]),
];

describe.each(OPENERS)('log store (%s)', (_name, open) => {
  let bench: Bench;
  let documents = 0;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(() => bench.close());

  /** A fresh document with its first owner. */
  async function owned(kind = 'plan'): Promise<{ documentId: string; plan: StoredDocument }> {
    const documentId = `${kind}-${++documents}`;
    await bench.createDocument(documentId, kind, SEED);
    const plan = await bench.store.claim(documentId);
    if (!plan) {
      throw new Error('the document that was just made is not there');
    }
    return { documentId, plan };
  }
  const entry = (documentId: string, epoch: number, ...update: number[]): LogEntry => ({
    documentId,
    epoch,
    update: bytes(...update),
    claims: [],
  });
  const rowsOf = async (documentId: string): Promise<number[][]> =>
    ((await bench.store.read(documentId))?.tail ?? []).map((row) => [row.seq, ...row.bytes]);

  it('[DU1] numbers the rows of a plan without gaps and gives them back in order', async () => {
    const { documentId, plan } = await owned();
    const results = [];
    for (const value of [7, 8, 9]) {
      results.push(...(await bench.store.append([entry(documentId, plan.epoch, value)])));
    }
    expect(results).toEqual([2, 3, 4].map((seq) => ({ kind: 'committed', seq })));
    expect(await rowsOf(documentId)).toEqual([
      [1, 0, 0],
      [2, 7],
      [3, 8],
      [4, 9],
    ]);
    expect((await bench.store.read(documentId))?.nextSeq).toBe(5);
  });

  it('[DU2] writes entries of several plans together and answers each in its place', async () => {
    const [first, second, closed] = [await owned(), await owned(), await owned()];
    await bench.setState(closed.documentId, 'frozen');
    const results = await bench.store.append([
      entry(second.documentId, second.plan.epoch, 2),
      entry(closed.documentId, closed.plan.epoch, 3),
      entry('nowhere', 1, 4),
      entry(first.documentId, first.plan.epoch - 1, 5),
    ]);
    expect(results).toEqual([
      { kind: 'committed', seq: 2 },
      { kind: 'locked' },
      { kind: 'stale' },
      { kind: 'stale' },
    ]);
    expect(await rowsOf(first.documentId)).toEqual([[1, 0, 0]]);
    expect(await rowsOf(closed.documentId)).toEqual([[1, 0, 0]]);
  });

  it('[DU3] whoever loads a plan fences out its older owner', async () => {
    const { documentId, plan } = await owned();
    const next = await bench.store.claim(documentId);
    expect(next?.epoch).toBe(plan.epoch + 1);
    expect(await bench.store.append([entry(documentId, plan.epoch, 1)])).toEqual([{ kind: 'stale' }]);
    await expect(bench.store.transact(documentId, plan.epoch, async () => 1)).rejects.toThrow(
      StaleOwnerError,
    );
    await expect(bench.store.compact(documentId, plan.epoch, 1, SEED, () => {})).rejects.toThrow(
      StaleOwnerError,
    );
    expect(await bench.store.append([entry(documentId, plan.epoch + 1, 1)])).toEqual([
      { kind: 'committed', seq: 2 },
    ]);
  });

  it('[DU4] takes edits while open or freezing, never afterwards', async () => {
    const { documentId, plan } = await owned();
    for (const [state, kind] of [
      ['open', 'committed'],
      ['freezing', 'committed'],
      ['frozen', 'locked'],
      ['sealed', 'locked'],
    ] as const) {
      await bench.setState(documentId, state);
      const [result] = await bench.store.append([entry(documentId, plan.epoch, 1)]);
      expect(result?.kind, state).toBe(kind);
    }
    expect((await rowsOf(documentId)).map(([seq]) => seq)).toEqual([1, 2, 3]);
  });

  it('[GU3] a client id stays with the first who claims it, in any state', async () => {
    const { documentId, plan } = await owned();
    const [anna, ben] = bench.participations;
    await bench.setState(documentId, 'frozen');
    for (const participationId of [anna, ben]) {
      const claims = [{ clientId: 4_294_967_295, participationId }];
      const results = await bench.store.append([{ documentId, epoch: plan.epoch, update: null, claims }]);
      expect(results).toEqual([{ kind: 'committed', seq: null }]);
    }
    expect((await bench.store.read(documentId))?.claims).toEqual([
      { clientId: 4_294_967_295, participationId: anna },
    ]);
  });

  it('[DU6] compaction puts one state in the place of the log', async () => {
    const { documentId, plan } = await owned();
    await bench.store.append([entry(documentId, plan.epoch, 1)]);
    await bench.store.append([entry(documentId, plan.epoch, 2)]);
    const seen: number[][] = [];
    await bench.store.compact(documentId, plan.epoch, 2, bytes(42), (kept) => seen.push([...kept]));
    expect(seen).toEqual([[42]]);
    const stored = await bench.store.read(documentId);
    expect(stored?.compacted?.uptoSeq).toBe(2);
    expect([...(stored?.compacted?.bytes ?? [])]).toEqual([42]);
    expect(await rowsOf(documentId)).toEqual([[3, 2]]);
    await bench.store.compact(documentId, plan.epoch, 3, bytes(43), () => {});
    expect(await rowsOf(documentId)).toEqual([]);
  });

  it('[DU6] a state that cannot be verified changes nothing', async () => {
    const { documentId, plan } = await owned();
    const compacting = bench.store.compact(documentId, plan.epoch, 1, bytes(42), () => {
      throw new Error('not the plan');
    });
    await expect(compacting).rejects.toThrow('not the plan');
    expect((await bench.store.read(documentId))?.compacted).toBeNull();
    expect(await rowsOf(documentId)).toEqual([[1, 0, 0]]);
  });

  it('[DU5] a transaction that throws leaves nothing behind', async () => {
    const { documentId, plan } = await owned();
    const writing = bench.store.transact(documentId, plan.epoch, async () => {
      throw new Error('changed my mind');
    });
    await expect(writing).rejects.toThrow('changed my mind');
    expect(await bench.store.append([entry(documentId, plan.epoch, 1)])).toEqual([
      { kind: 'committed', seq: 2 },
    ]);
  });

  it.each(DOCUMENT_KINDS)('[DU1] gives back a document as the kind that it was made as ($name)', async ({
    name,
  }) => {
    const { documentId, plan } = await owned(name);
    expect(plan.kind).toBe(name);
    expect(await bench.store.append([entry(documentId, plan.epoch, 7)])).toEqual([
      { kind: 'committed', seq: 2 },
    ]);
    expect(await bench.store.claim(documentId)).toMatchObject({ kind: name, nextSeq: 3 });
  });

  describe('rows of several documents together', () => {
    let own: Awaited<ReturnType<typeof owned>>;
    let shared: Awaited<ReturnType<typeof owned>>;
    beforeEach(async () => {
      [own, shared] = [await owned('own'), await owned('plan')];
    });
    const both = (sharedEpoch = shared.plan.epoch): LogEntry[] => [
      entry(shared.documentId, sharedEpoch, 5),
      entry(own.documentId, own.plan.epoch, 6),
    ];
    const nothing = async (): Promise<void> => {};

    /** Nothing was written, and both go on with the next number. */
    async function expectNeither(): Promise<void> {
      expect(await rowsOf(own.documentId)).toEqual([[1, 0, 0]]);
      expect(await rowsOf(shared.documentId)).toEqual([[1, 0, 0]]);
      await bench.setState(shared.documentId, 'open');
      expect(await bench.store.appendTogether(both(), nothing)).toEqual([2, 2]);
    }

    it('[OW12] both are durable, numbered each by its own document', async () => {
      await bench.store.append([entry(own.documentId, own.plan.epoch, 4)]);
      expect(await bench.store.appendTogether(both(), nothing)).toEqual([2, 3]);
      expect((await rowsOf(shared.documentId)).at(-1)).toEqual([2, 5]);
      expect((await rowsOf(own.documentId)).at(-1)).toEqual([3, 6]);
    });

    it('[OW18] whose the client ids are is durable with them', async () => {
      const [anna] = bench.participations;
      const claims = [{ clientId: 77, participationId: anna }];
      const entries = both().map((one) => (one.documentId === own.documentId ? one : { ...one, claims }));
      await bench.store.appendTogether(entries, nothing);
      expect((await bench.store.read(shared.documentId))?.claims).toEqual(claims);
      expect((await bench.store.read(own.documentId))?.claims).toEqual([]);
    });

    it('[OW12] neither is written where one document is closed, whichever it is', async () => {
      await bench.setState(shared.documentId, 'frozen');
      expect(await bench.store.appendTogether(both(), nothing)).toBeNull();
      expect(await bench.store.appendTogether(both().reverse(), nothing)).toBeNull();
      await expectNeither();
    });

    it('[OW12] neither is written where one document has another owner, or is not there', async () => {
      const stale = both(shared.plan.epoch - 1);
      await expect(bench.store.appendTogether(stale, nothing)).rejects.toThrow(StaleOwnerError);
      await expect(bench.store.appendTogether([...stale].reverse(), nothing)).rejects.toThrow(
        StaleOwnerError,
      );
      const unknown = [...both(), entry('nowhere', 1, 7)];
      await expect(bench.store.appendTogether(unknown, nothing)).rejects.toThrow(StaleOwnerError);
      await expectNeither();
    });

    it('[OW12] neither is written where what is written beside them fails', async () => {
      const writing = bench.store.appendTogether(both(), async () => {
        throw new Error('no audit entry');
      });
      await expect(writing).rejects.toThrow('no audit entry');
      await expectNeither();
    });
  });

  it('an unknown plan is null, not an empty plan', async () => {
    expect(await bench.store.claim('nowhere')).toBeNull();
    expect(await bench.store.read('nowhere')).toBeNull();
  });
});

describe('log store on a real server', () => {
  it('[DU4] an append that waits for a freeze sees the frozen state, and the number stays gapless', async () => {
    const database = await openTestDatabase('postgres');
    try {
      const { sql } = database;
      const store = createPgStore(sql);
      await plantMeeting(sql, 'plan', []);
      await sql.begin((tx) =>
        insertDocument(tx, { id: 'plan', kind: 'plan', meetingId: 'plan', seed: SEED }),
      );
      const plan = await store.claim('plan');
      const epoch = plan?.epoch ?? -1;
      let release = (): void => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      const freezing = sql.begin(async (tx) => {
        await tx`update document set state = 'frozen', next_seq = next_seq where id = 'plan'`;
        await held;
      });
      const appending = store.append([{ documentId: 'plan', epoch, update: bytes(1), claims: [] }]);
      await waitForLock(sql);
      release();
      await freezing;
      expect(await appending).toEqual([{ kind: 'locked' }]);
      expect((await store.read('plan'))?.nextSeq).toBe(2);
    } finally {
      await database.close();
    }
  });
});

/** Returns when somebody waits for a row; otherwise the test runs into its time limit. */
async function waitForLock(sql: Awaited<ReturnType<typeof openTestDatabase>>['sql']): Promise<void> {
  for (;;) {
    const waiting = await sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) {
      return;
    }
  }
}
