import type * as Y from 'yjs';
import { textSectionsOf } from '../../protocol/template.ts';
import { HILFEPLAN } from '../../protocol/templates/hilfeplan.ts';

/**
 * Names of the parts of a `plan` document. A part is the unit of write permission:
 * `shared/access` says which role may write which part in which state.
 */
export const MAP_PARTS = [
  'goals',
  'resources',
  'people',
  'views',
  'service',
  'agreements',
  'clearing',
  'meta',
  'board',
] as const;

/** Sections of the protocol that people write as running text; each is one Y.XmlFragment `text:<code>`. */
export const TEXT_SECTIONS = textSectionsOf(HILFEPLAN);
export type TextSection = (typeof TEXT_SECTIONS)[number];

export type MapPart = (typeof MAP_PARTS)[number];
export type PlanPart = MapPart | `text:${TextSection}`;

/** Every root name a plan document may have; anything else is refused by the guard. */
export const PLAN_PARTS: readonly PlanPart[] = [
  ...MAP_PARTS,
  ...TEXT_SECTIONS.map((section): PlanPart => `text:${section}`),
];

/** One record of a part: a goal, a resource, an agreement. Nested shared types live inside it. */
export type PlanRecord = Y.Map<unknown>;

/** Records of one part by id. */
export function partMap(doc: Y.Doc, part: Exclude<MapPart, 'board'>): Y.Map<PlanRecord> {
  return doc.getMap<PlanRecord>(part);
}

/** The running text of one protocol section. */
export function textSection(doc: Y.Doc, section: TextSection): Y.XmlFragment {
  return doc.getXmlFragment(`text:${section}`);
}
