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

/** Sections of the protocol that people write as running text; each is one Y.Map of records `section:<code>`. */
export const TEXT_SECTIONS = textSectionsOf(HILFEPLAN);
export type TextSection = (typeof TEXT_SECTIONS)[number];

export type MapPart = (typeof MAP_PARTS)[number];
export type SectionPart = `section:${TextSection}`;
export type PlanPart = MapPart | SectionPart;

/** The part that a running text of the protocol is. */
export function sectionPart(section: TextSection): SectionPart {
  return `section:${section}`;
}

/** Whether a part is a running text of the protocol. */
export function isSectionPart(part: string): part is SectionPart {
  return TEXT_SECTIONS.some((section) => sectionPart(section) === part);
}

/** Every root name that people write in a plan document; anything else is refused by the guard. */
export const PLAN_PARTS: readonly PlanPart[] = [...MAP_PARTS, ...TEXT_SECTIONS.map(sectionPart)];

/** One record of a part: a goal, a resource, an agreement. Nested shared types live inside it. */
export type PlanRecord = Y.Map<unknown>;

/** Records of one part by id. */
export function partMap(doc: Y.Doc, part: MapPart | SectionPart): Y.Map<PlanRecord> {
  return doc.getMap<PlanRecord>(part);
}
