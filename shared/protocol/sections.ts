import type { SignoffEntry } from '../api/answers.ts';
import type { TextSection } from '../documents/plan/roots.ts';
import { inTurns, type Turn } from './decisions.ts';
import type { ProtocolContent } from './schema.ts';
import { HILFEPLAN } from './templates/hilfeplan.ts';

/** Codes of the sections of a Hilfeplan, in their order. */
export const PROTOCOL_SECTIONS = HILFEPLAN.sections.map(({ code }) => code);
export type ProtocolSection = (typeof PROTOCOL_SECTIONS)[number];

/** Sections that have content, in order. Their number is their place in this list, from 1. */
export function sectionsOf(
  content: ProtocolContent,
  signoffs: readonly Pick<SignoffEntry, 'decision' | 'remark'>[] = [],
): ProtocolSection[] {
  return PROTOCOL_SECTIONS.filter((section) => hasContent(section, content, signoffs));
}

/** Whether somebody said something of their own: a remark, a no. Such words stand beside the agreements. */
export function differs(signoff: Pick<SignoffEntry, 'decision' | 'remark'>): boolean {
  return signoff.decision === 'nicht_einverstanden' || (signoff.remark ?? '').trim() !== '';
}

/** Other views, with everything else that the same people said: who came round is not left with a no. */
export function otherViews(signoffs: readonly SignoffEntry[]): { entry: SignoffEntry; turn: Turn }[] {
  const people = new Set(signoffs.filter(differs).map(({ person }) => person.id));
  return inTurns(signoffs.filter(({ person }) => people.has(person.id)));
}

function hasContent(
  section: ProtocolSection,
  content: ProtocolContent,
  signoffs: readonly Pick<SignoffEntry, 'decision' | 'remark'>[],
): boolean {
  switch (section) {
    case 'familie':
    case 'unterschriften':
      return true;
    case 'beteiligte':
      return content.participants.length > 0;
    case 'beratung':
      return content.advice !== undefined;
    case 'ressourcen':
      return content.resources !== undefined;
    case 'rueckblick':
      return content.reviews !== undefined;
    case 'ziele':
      return content.goals !== undefined || content.leitziel !== undefined;
    case 'hilfe':
      return content.services !== undefined;
    case 'vereinbarungen':
      return content.agreements !== undefined;
    case 'unterschiede':
      return signoffs.some(differs);
    case 'ueberpruefung':
      return content.nextReview !== undefined;
    default:
      return paragraphsOf(content, section).length > 0;
  }
}

/** Paragraphs of a running text, empty where nobody wrote one. */
export function paragraphsOf(content: ProtocolContent, section: TextSection): readonly string[] {
  return content.texts?.find((text) => text.section === section)?.paragraphs ?? [];
}
