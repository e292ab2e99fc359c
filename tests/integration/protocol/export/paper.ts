import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { exportPdf } from '#server/protocol/export/pdf.ts';
import type { PdfInput, PdfLimits } from '#server/protocol/export/pdf-task.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { poppler } from '../../../helpers/poppler.ts';
import { secondContent } from '../../../unit/protocol/leon.ts';
import { SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';

/** Versions as PDF, and what can be read there. */

/** Where the PDF of a version lies while a test reads it. */
export const exported = async (
  content: ProtocolContent,
  signoffs = SIGNOFFS,
  undecided: string[] = [],
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-export-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'version.pdf');
  writeFileSync(path, await setPdf({ content, version: versionOf(content), signoffs, undecided }));
  return path;
};
/** Content goes to the process that sets it as it is stored. */
export const setPdf = (
  { content, ...input }: Omit<PdfInput, 'content'> & { content: ProtocolContent },
  how: { limits?: PdfLimits; signal?: AbortSignal } = {},
): Promise<Uint8Array> => exportPdf({ ...input, content: canonicalBytes(content) }, how);
/** Text without white space and hyphens. */
export const squeeze = (text: string): string => text.replace(/[\s\u00ad-]+/gu, '');
/** The text of a PDF, without white space and hyphens, which lines and columns put in. */
export const textOf = (path: string, layout = '-raw'): string =>
  squeeze(poppler('pdftotext', [layout, path, '-']));
/** A version that says this on top. */
export const withLeitziel = (leitziel: string): ProtocolContent => ({ ...secondContent(), leitziel });
