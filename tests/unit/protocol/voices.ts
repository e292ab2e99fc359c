import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import type { TextSection } from '#shared/documents/plan/roots.ts';
import { addText } from '#shared/documents/plan/texts.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { docFrom, FIRST_SEED, recordOf } from './leon.ts';

/** What somebody wrote: section, voice, words. */
export type Wrote = readonly [section: TextSection, voice: string | null, words: string];

/** A table at which Leon, his parents and who leads have written. */
export const SAID: readonly Wrote[] = [
  ['anlass', 'p-seidel', 'Das halbe Jahr ist um.'],
  ['sicht_kind', 'p-leon', 'Ich will öfter zu Papa.'],
  ['sicht_kind', 'p-seidel', 'Leon erzählt von der Schule.\nEr geht wieder hin.'],
  ['sicht_eltern', 'p-sandra', 'Abends ist es ruhiger.'],
  ['sicht_eltern', 'p-thomas', 'Ich hole ihn jedes zweite Wochenende.'],
];

/** The version of a first meeting at which this was written. */
export function contentOf(said: readonly Wrote[]): ProtocolContent {
  const doc = docFrom(FIRST_SEED);
  said.forEach(([section, voice, words], at) => {
    addText(doc, section, { id: `t-${at}`, voice, words }, ORIGIN.text);
  });
  return buildProtocol({ plan: readPlan(doc), record: recordOf(1, '2025-09-16', null) });
}
