import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { PDF_LIMITS } from '#server/protocol/export/pdf.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { secondContent } from '../../../unit/protocol/leon.ts';
import { SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';
import { setPdf } from './paper.ts';

const manyAgreements = (): ProtocolContent => ({
  ...secondContent(),
  agreements: Array.from({ length: 3_000 }, (_, n) => `Abrede ${n}: ${'Wort '.repeat(300)}`),
});

/** Processes that set pages now. */
const setters = (): number => {
  const list = execFileSync('ps', ['-eo', 'ppid,args'], { encoding: 'utf8' });
  const mine = new RegExp(`^\\s*${process.pid}\\b.*pdf-child`);
  return list.split('\n').filter((line) => mine.test(line)).length;
};

describe('the process that sets pages', () => {
  it.each([
    ['time', { ...PDF_LIMITS, timeMs: 1_500 }],
    ['memory', { ...PDF_LIMITS, memoryBytes: 150_000_000 }],
    ['pages', { ...PDF_LIMITS, pages: 1 }],
  ])(
    '[PR53] is ended where it takes too much %s, and nothing of it is left',
    async (kind, limits) => {
      const content = kind === 'pages' ? secondContent() : manyAgreements();
      const input = { content, version: versionOf(content), signoffs: SIGNOFFS };
      const since = performance.now();
      const error: unknown = await setPdf(input, { limits }).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'internal', isOverLimit: true });
      expect(performance.now() - since).toBeLessThan(kind === 'time' ? 10_000 : 50_000);
      await expect.poll(setters).toBe(0);
    },
    60_000,
  );

  it('[PR53] is ended in the middle when nobody wants its page any more', async () => {
    const content = manyAgreements();
    const stop = new AbortController();
    const input = { content, version: versionOf(content), signoffs: SIGNOFFS };
    const made = setPdf(input, { signal: stop.signal }).catch((caught: unknown) => caught);
    await expect.poll(setters).toBe(1);
    stop.abort();
    expect(await made).toMatchObject({ code: 'internal', isOverLimit: false });
    await expect.poll(setters).toBe(0);
  }, 60_000);

  it('[PR51] leaves the thread of the meetings free while it works', async () => {
    const content = { ...secondContent(), agreements: ['Ein Satz für viele Seiten. '.repeat(1500)] };
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await setPdf({ content, version: versionOf(content), signoffs: SIGNOFFS });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
  });
});
