import canonicalize from 'canonicalize';
import type { SignoffEntry } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import { parseJson } from '#shared/json.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';

/** Names the shape of the file; raised when it changes. */
const JSON_EXPORT_FORMAT = 'planrunde-protocol-export-1';

/**
 * A version as a file. The whole file is RFC 8785, so it has exactly one form:
 * `{"content":…,"format":"planrunde-protocol-export-1","signoffs":[…],"version":{…}}` in UTF-8, no line
 * end. The canonical bytes of the content stand in it unchanged, between `{"content":` and
 * `,"format":`; `version.sha256` is SHA-256 over `planrunde-protocol-v1`, a zero byte and those bytes.
 */
export function exportJson(input: {
  content: ProtocolContent;
  version: VersionRef;
  signoffs: readonly SignoffEntry[];
}): Uint8Array {
  const content = parseJson(new TextDecoder().decode(canonicalBytes(input.content)));
  const file = {
    content,
    format: JSON_EXPORT_FORMAT,
    signoffs: input.signoffs.map(({ person, ...said }) => ({
      ...said,
      person: { id: person.id, name: person.name.toWellFormed() },
      remark: said.remark?.toWellFormed() ?? null,
    })),
    version: { ...input.version },
  };
  return new TextEncoder().encode(canonicalize(file));
}

/** Name for a downloaded version; it says nothing about who it is about. */
export function exportFileName(
  version: Pick<VersionRef, 'date' | 'number'>,
  extension: 'pdf' | 'json',
): string {
  return `hilfeplan-${version.date}-v${version.number}.${extension}`;
}
