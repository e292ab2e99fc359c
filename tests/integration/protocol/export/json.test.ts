import { describe, expect, it } from 'vitest';
import { exportFileName, exportJson } from '#server/protocol/export/json.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import { secondContent } from '../../../unit/protocol/leon.ts';
import { DISSENT, SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';

describe('a version as JSON', () => {
  it('[PR50] holds the canonical bytes unchanged, so that the checksum can be made again', () => {
    const content = secondContent();
    const version = versionOf(content);
    const text = new TextDecoder().decode(
      exportJson({ bytes: canonicalBytes(content), version, signoffs: SIGNOFFS }),
    );
    const inside = text.slice('{"content":'.length, text.indexOf(',"format":"planrunde-protocol-export-1"'));
    expect(new TextEncoder().encode(inside)).toEqual(canonicalBytes(content));
    expect(contentHash(new TextEncoder().encode(inside))).toBe(version.sha256);
    expect(JSON.parse(text)).toMatchObject({ version: { number: '2.0', sha256: version.sha256 } });
    expect(JSON.parse(text).signoffs[3]).toMatchObject({ decision: 'nicht_einverstanden', remark: DISSENT });
  });

  it('[PR50] has a name that says nothing about the family', () => {
    expect(exportFileName({ date: '2026-03-10', number: '2.0' }, 'pdf')).toBe(
      'hilfeplan-2026-03-10-v2.0.pdf',
    );
  });
});
