import type { ProtocolContent } from '../schema.ts';
import type { ProtocolTemplate, Section } from '../template.ts';
import { HILFEPLAN } from './hilfeplan.ts';

/**
 * The template of a content. Form 1 names no plan type: it is a Hilfeplan. Words under a code that the
 * template does not know are shown as such, before what people said to them: nothing signed is hidden.
 */
export function templateOf(content: ProtocolContent): ProtocolTemplate {
  const template: ProtocolTemplate = HILFEPLAN;
  const known = new Set(template.sections.map(({ code }) => code));
  const named = new Set((content.texts ?? []).map(({ section }) => section));
  const unknown = [...named].filter((section) => !known.has(section));
  if (unknown.length === 0) {
    return template;
  }
  const first = template.sections.findIndex(({ filledFrom }) => filledFrom.kind === 'answers');
  const at = first < 0 ? template.sections.length : first;
  const others = unknown.map(unknownSection);
  return { ...template, sections: template.sections.toSpliced(at, 0, ...others) };
}

function unknownSection(code: string): Section {
  return {
    code,
    title: 'protocol.section.unknown',
    filledFrom: { kind: 'text' },
    writtenBy: 'table',
    places: ['page', 'wall', 'paper'],
  };
}
