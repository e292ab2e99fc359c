import { describe, expect, it } from 'vitest';
import { exportPdf, PDF_LIMITS } from '#server/protocol/export/pdf.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { lengthOf } from '#shared/protocol/report/length.ts';
import { LONG_RUN } from '../../helpers/database.ts';
import { poppler } from '../../helpers/poppler.ts';
import { germanReport } from '../../unit/protocol/report/german.ts';
import { SIGNOFFS, versionOf } from '../../unit/protocol/signoffs.ts';
import { FILLERS, fullContent } from './full-plan.ts';

/** A plan that is full, or a small part of one, which has so much of each limit. */
const PART = LONG_RUN ? 1 : 0.03;
const LONG = 180_000;
/** As often as one person may decide, each time in as many lines as a remark has. */
const often = SIGNOFFS.slice(0, 1).flatMap((said) =>
  Array.from({ length: Math.ceil(30 * PART) }, (_, n) => ({ ...said, remark: `${n}${'\na'.repeat(78)}` })),
);

const pagesOf = (pdf: Uint8Array): number =>
  Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', ['-'], pdf))?.[1]);

describe('a plan at all of its limits', () => {
  it.each(Object.entries(FILLERS))(
    '[PR62] full of %s it can still be set, in time',
    async (_name, fill) => {
      const content = fullContent(PART, fill);
      const input = { version: versionOf(content), signoffs: [...SIGNOFFS, ...often], undecided: [] };
      // Over its time or memory it would throw; on a small part the pages say whether the whole can be set.
      const pages = pagesOf(await exportPdf({ ...input, content: canonicalBytes(content) }));
      expect(pages / PART).toBeLessThan(PDF_LIMITS.pages);
      // What who leads hears before freezing is about that.
      const estimate = lengthOf(germanReport(content, input)).pages;
      expect(estimate / pages).toBeGreaterThan(0.6);
      expect(estimate / pages).toBeLessThan(1.7);
    },
    LONG,
  );

  it(
    '[PR62] long paragraphs take no longer than the same words in short ones',
    async () => {
      const timeOf = async (paragraphs: string[]): Promise<number> => {
        const content = { ...fullContent(0.01, FILLERS.lines), texts: [{ section: 'anlass', paragraphs }] };
        const began = performance.now();
        await exportPdf({ version: versionOf(content), signoffs: [], content: canonicalBytes(content) });
        return performance.now() - began;
      };
      const words = 'Leon möchte wieder regelmäßig zur Schule gehen. ';
      const short = await timeOf(Array.from({ length: 200 }, () => words.repeat(20)));
      const long = await timeOf(Array.from({ length: 10 }, () => words.repeat(400)));
      expect(long).toBeLessThan(3 * short + 2_000);
    },
    LONG,
  );
});
