import { expect, it, vi } from 'vitest';
import { exportJson } from '#server/protocol/export/json.ts';
import { ExportError, exportPdf, pdfAvailable } from '#server/protocol/export/pdf.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { secondContent } from '../../unit/protocol/leon.ts';
import { SIGNOFFS, versionOf } from '../../unit/protocol/signoffs.ts';

// A machine for which the compiler has no package.
vi.mock('#server/protocol/export/typeset.ts', () => ({ hasCompiler: () => false }));

it('[PR52] says where no PDF can be made that JSON works, and it does', async () => {
  const content = secondContent();
  const bytes = canonicalBytes(content);
  const input = { version: versionOf(content), signoffs: SIGNOFFS };
  const error: unknown = await exportPdf({ ...input, content: bytes }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ExportError);
  expect(error).toMatchObject({ code: 'export_unavailable', message: expect.stringContaining('JSON') });
  expect(pdfAvailable()).toBe(false);
  expect(exportJson({ ...input, bytes }).length).toBeGreaterThan(1000);
});
