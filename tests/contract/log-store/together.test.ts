import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LogEntry, StaleOwnerError } from '#server/sync/log/store.ts';
import { type Bench, entry, OPENERS, owned, rowsOf } from './benches.ts';

describe.each(OPENERS)('log store (%s)', (_name, open) => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await open();
  });
  afterAll(() => bench.close());

  describe('rows of several documents together', () => {
    let own: Awaited<ReturnType<typeof owned>>;
    let shared: Awaited<ReturnType<typeof owned>>;
    beforeEach(async () => {
      [own, shared] = [await owned(bench, 'own'), await owned(bench, 'plan')];
    });
    const both = (sharedEpoch = shared.plan.epoch): LogEntry[] => [
      entry(shared.documentId, sharedEpoch, 5),
      entry(own.documentId, own.plan.epoch, 6),
    ];
    const nothing = async (): Promise<void> => {};

    /** Nothing was written, and both go on with the next number. */
    async function expectNeither(): Promise<void> {
      expect(await rowsOf(bench, own.documentId)).toEqual([[1, 0, 0]]);
      expect(await rowsOf(bench, shared.documentId)).toEqual([[1, 0, 0]]);
      await bench.setState(shared.documentId, 'open');
      expect(await bench.store.appendTogether(both(), nothing)).toEqual([2, 2]);
    }

    it('[OW12] both are durable, numbered each by its own document', async () => {
      await bench.store.append([entry(own.documentId, own.plan.epoch, 4)]);
      expect(await bench.store.appendTogether(both(), nothing)).toEqual([2, 3]);
      expect((await rowsOf(bench, shared.documentId)).at(-1)).toEqual([2, 5]);
      expect((await rowsOf(bench, own.documentId)).at(-1)).toEqual([3, 6]);
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
});
