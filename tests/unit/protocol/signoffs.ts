import type { SignoffEntry } from '#shared/api/answers.ts';
import type { PersonRef, VersionRef } from '#shared/api/view.ts';
import { canonicalBytes, contentHash, shortCode } from '#shared/protocol/canonical.ts';
import { PROTOCOL_SCHEMA_VERSION, type ProtocolContent } from '#shared/protocol/schema.ts';

/** Decisions on a version, and the version's own facts, as the server hands them out. */

const ref = (id: string, name: string): PersonRef => ({
  id,
  name,
  initials: name.slice(0, 2),
  hue: 0,
  subtitle: '',
});

export const DISSENT =
  'Ich bin mit der Kürzung auf vier Fachleistungsstunden nicht einverstanden. Sechs Stunden sind bis zum Sommer nötig.';

export const SIGNOFFS: SignoffEntry[] = [
  {
    person: ref('p-leon', 'Leon'),
    decision: 'mit_anmerkung',
    remark: 'Lieber jedes zweite Wochenende, wenn Papa kann.',
    thinkUntil: null,
    method: 'bestaetigt',
    at: '2026-03-10T16:20:00.000Z',
  },
  {
    person: ref('p-sandra', 'Frau Wegner'),
    decision: 'einverstanden',
    remark: null,
    thinkUntil: null,
    method: 'name_getippt',
    at: '2026-03-10T16:22:00.000Z',
  },
  {
    person: ref('p-thomas', 'Herr Krüger'),
    decision: 'bedenkzeit',
    remark: null,
    thinkUntil: '2026-03-24',
    method: 'bestaetigt',
    at: '2026-03-10T16:25:00.000Z',
  },
  {
    person: ref('p-thomas', 'Herr Krüger'),
    decision: 'nicht_einverstanden',
    remark: DISSENT,
    thinkUntil: null,
    method: 'name_getippt',
    at: '2026-03-16T08:05:00.000Z',
  },
];

export function versionOf(
  content: ProtocolContent,
  sealedAt: string | null = null,
  sha256: string = contentHash(canonicalBytes({ ...content, schemaVersion: PROTOCOL_SCHEMA_VERSION })),
): VersionRef {
  return {
    id: `v-${content.version}`,
    number: content.version,
    code: shortCode(sha256),
    sha256,
    date: content.head.date,
    frozenAt: content.frozenAt,
    sealedAt,
  };
}
