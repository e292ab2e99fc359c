import canonicalize from 'canonicalize';
import type { SignoffEntry } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import type { Frame } from '../stored-content.ts';

/** Names the shape of the file; raised when it changes. */
const JSON_EXPORT_FORMAT = 'planrunde-protocol-export-1';

/**
 * A version as a file. The whole file is RFC 8785, so it has exactly one form:
 * `{"content":…,"format":"planrunde-protocol-export-1","signoffs":[…],"version":{…}}` in UTF-8, no line
 * end; `earlier` stands before `format` where who has said nothing to this version had said something to one
 * before. The canonical bytes of the content stand in it unchanged, between `{"content":` and
 * `,"format":`; `version.sha256` is SHA-256 over `planrunde-protocol-v` with the number of their form
 * (`schemaVersion` in them), a zero byte and those bytes.
 */
export function exportJson(input: ExportFacts & { bytes: Uint8Array }): Uint8Array {
  const { before, after } = exportFrame(input);
  const content = new TextDecoder().decode(input.bytes);
  return new TextEncoder().encode(before + content + after);
}

/** What a file says beside the content. */
interface ExportFacts {
  version: VersionRef;
  signoffs: readonly SignoffEntry[];
  earlier?: readonly SignoffEntry[];
}

/** The same file without the content in it, for who has its bytes: `content` is the first of its names. */
export function exportFrame(input: ExportFacts): Frame {
  const { signoffs, earlier = [] } = input;
  const rest = canonicalize({
    ...(earlier.length > 0 ? { earlier: earlier.map(exported) } : {}),
    format: JSON_EXPORT_FORMAT,
    signoffs: signoffs.map(exported),
    version: { ...input.version },
  });
  return { before: '{"content":', after: `,${(rest ?? '').slice(1)}` };
}

function exported({ person, ...said }: SignoffEntry) {
  return {
    ...said,
    person: { id: person.id, name: person.name.toWellFormed() },
    remark: said.remark?.toWellFormed() ?? null,
  };
}

/** Name for a downloaded version; it says nothing about who it is about. */
export function exportFileName(
  version: Pick<VersionRef, 'date' | 'number'>,
  extension: 'pdf' | 'json',
): string {
  return `hilfeplan-${version.date}-v${version.number}.${extension}`;
}
