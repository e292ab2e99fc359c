import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StaleOwnerError } from '#server/sync/log/store.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { type Bench, bytes, entry, OPENERS, owned, rowsOf, SEED } from './benches.ts';

describe.each(OPENERS)('log store (%s)', (_name, open) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(() => bench.close());

  it('[DU1] numbers the rows of a plan without gaps and gives them back in order', async () => {
    const { documentId, plan } = await owned(bench);
    const results = [];
    for (const value of [7, 8, 9]) {
      results.push(...(await bench.store.append([entry(documentId, plan.epoch, value)])));
    }
    expect(results).toEqual([2, 3, 4].map((seq) => ({ kind: 'committed', seq })));
    expect(await rowsOf(bench, documentId)).toEqual([
      [1, 0, 0],
      [2, 7],
      [3, 8],
      [4, 9],
    ]);
    expect((await bench.store.read(documentId))?.nextSeq).toBe(5);
  });

  it('[DU2] writes entries of several plans together and answers each in its place', async () => {
    const [first, second, closed] = [await owned(bench), await owned(bench), await owned(bench)];
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
    expect(await rowsOf(bench, first.documentId)).toEqual([[1, 0, 0]]);
    expect(await rowsOf(bench, closed.documentId)).toEqual([[1, 0, 0]]);
  });

  it('[DU3] whoever loads a plan fences out its older owner', async () => {
    const { documentId, plan } = await owned(bench);
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
    const { documentId, plan } = await owned(bench);
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
    expect((await rowsOf(bench, documentId)).map(([seq]) => seq)).toEqual([1, 2, 3]);
  });

  it('[GU3] a client id stays with the first who claims it, in any state', async () => {
    const { documentId, plan } = await owned(bench);
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
    const { documentId, plan } = await owned(bench);
    await bench.store.append([entry(documentId, plan.epoch, 1)]);
    await bench.store.append([entry(documentId, plan.epoch, 2)]);
    const seen: number[][] = [];
    await bench.store.compact(documentId, plan.epoch, 2, bytes(42), (kept) => seen.push([...kept]));
    expect(seen).toEqual([[42]]);
    const stored = await bench.store.read(documentId);
    expect(stored?.compacted?.uptoSeq).toBe(2);
    expect([...(stored?.compacted?.bytes ?? [])]).toEqual([42]);
    expect(await rowsOf(bench, documentId)).toEqual([[3, 2]]);
    await bench.store.compact(documentId, plan.epoch, 3, bytes(43), () => {});
    expect(await rowsOf(bench, documentId)).toEqual([]);
  });

  it('[DU6] a state that cannot be verified changes nothing', async () => {
    const { documentId, plan } = await owned(bench);
    const compacting = bench.store.compact(documentId, plan.epoch, 1, bytes(42), () => {
      throw new Error('not the plan');
    });
    await expect(compacting).rejects.toThrow('not the plan');
    expect((await bench.store.read(documentId))?.compacted).toBeNull();
    expect(await rowsOf(bench, documentId)).toEqual([[1, 0, 0]]);
  });

  it('[DU5] a transaction that throws leaves nothing behind', async () => {
    const { documentId, plan } = await owned(bench);
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
    const { documentId, plan } = await owned(bench, name);
    expect(plan.kind).toBe(name);
    expect(await bench.store.append([entry(documentId, plan.epoch, 7)])).toEqual([
      { kind: 'committed', seq: 2 },
    ]);
    expect(await bench.store.claim(documentId)).toMatchObject({ kind: name, nextSeq: 3 });
  });
  it('an unknown plan is null, not an empty plan', async () => {
    expect(await bench.store.claim('nowhere')).toBeNull();
    expect(await bench.store.read('nowhere')).toBeNull();
  });
});
