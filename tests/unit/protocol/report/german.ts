import { localeFor } from '#shared/i18n/every-locale.ts';
import type { Report } from '#shared/protocol/report/blocks.ts';
import type { ReportInput } from '#shared/protocol/report/input.ts';
import { reportOf } from '#shared/protocol/report/report.ts';
import { type Wording, wordingOf } from '#shared/protocol/report/wording.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

export function germanWords(content: ProtocolContent): Wording {
  return wordingOf(content, localeFor('de'));
}

/** The report of a content in German; without a version it is one of the open plan. */
export function germanReport(content: ProtocolContent, more: Partial<ReportInput> = {}): Report {
  return reportOf({ content, version: null, signoffs: [], ...more }, germanWords(content));
}
