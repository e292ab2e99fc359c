import type { KeyWith, PlainKey } from '../i18n/translate.ts';

/**
 * What a plan is made of: its sections as data. Page, phone, shared screen, paper and the plan document
 * follow these descriptors; a new section is a new descriptor and its texts.
 */

/** What a section is filled from: words that people write, records of the plan, facts, or answers. */
export type Filling =
  /** Running text that people write in the section itself. */
  | { kind: 'text' }
  | {
      kind: 'records';
      of: 'advice' | 'resources' | 'reviews' | 'goals' | 'services' | 'agreements' | 'nextReview';
    }
  /** What the server knows of case and meeting. */
  | { kind: 'facts'; of: 'family' | 'participants' }
  /** What people said to the frozen version: it is not part of what they sign. */
  | { kind: 'answers'; of: 'views' | 'signatures' };

/** Where a section is shown. `preview` is the open plan as it would read, `wall` is read aloud together. */
export const PLACES = ['preview', 'page', 'wall', 'paper'] as const;
export type Place = (typeof PLACES)[number];

/** Who writes what stands in it. */
export type Writer =
  /** Whoever may write at the table. */
  | 'table'
  /** The server, from case and meeting. */
  | 'server'
  /** Everybody for themselves, by their decision. */
  | 'signer';

export interface Section {
  code: string;
  /** May name the young person. */
  title: KeyWith<'name'>;
  /** What it is called where it is read together. */
  spoken?: KeyWith<'name'>;
  filledFrom: Filling;
  writtenBy: Writer;
  places: readonly Place[];
  /** The law that asks for it, as it is cited. */
  legalBasis?: string;
}

/** A kind of plan: its sections in their order. */
export interface ProtocolTemplate {
  planType: string;
  title: PlainKey;
  legalBasis: string;
  sections: readonly Section[];
}

type TextSectionOf<T extends ProtocolTemplate> = Extract<
  T['sections'][number],
  { filledFrom: { kind: 'text' } }
>['code'];

/** Codes of the sections that people write as running text. */
export function textSectionsOf<const T extends ProtocolTemplate>(template: T): readonly TextSectionOf<T>[] {
  return template.sections.filter(isText<T>).map(({ code }) => code);
}

function isText<T extends ProtocolTemplate>(
  section: Section,
): section is Section & { code: TextSectionOf<T> } {
  return section.filledFrom.kind === 'text';
}
