import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { buildDocument } from '#server/protocol/export/document.ts';
import { exportJson } from '#server/protocol/export/json.ts';
import { readPlan } from '#shared/documents/plan/plan.ts';
import { ORIGIN } from '#shared/documents/plan/records.ts';
import { writableParts } from '#shared/documents/plan/rights.ts';
import { TEXT_SECTIONS, type TextSection } from '#shared/documents/plan/roots.ts';
import { buildProtocol } from '#shared/protocol/build.ts';
import { canonicalBytes, parseCanonical } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import type { Section } from '#shared/protocol/template.ts';
import { appendParagraphs } from '../../../helpers/plan-texts.ts';
import { recordOf } from '../leon.ts';
import { versionOf } from '../signoffs.ts';
import { germanReport } from './german.ts';
import { pageText, wallText } from './renderers.ts';

/** A section that an office could add tomorrow: one descriptor, here with a title that exists already. */
const { code, added } = vi.hoisted(() => {
  const section = {
    code: 'gesundheit',
    title: 'code.lifeArea.gesundheit',
    filledFrom: { kind: 'text' },
    writtenBy: 'table',
    places: ['preview', 'page', 'wall', 'paper'],
  } as const satisfies Section;
  return { code: section.code as unknown as TextSection, added: section };
});

vi.mock(import('#shared/protocol/templates/hilfeplan.ts'), async (original) => {
  const { HILFEPLAN } = await original();
  const at = HILFEPLAN.sections.findIndex((section) => section.code === 'bedarf');
  const sections = (HILFEPLAN.sections as readonly Section[]).toSpliced(at, 0, added);
  return { HILFEPLAN: { ...HILFEPLAN, sections } as unknown as typeof HILFEPLAN };
});

const TITLE = 'Körperliche und seelische Gesundheit';
const WORDS = 'Leon schläft wieder durch.';

function frozen(): ProtocolContent {
  const doc = new Y.Doc();
  appendParagraphs(doc, code, [WORDS], ORIGIN.list);
  appendParagraphs(doc, 'bedarf', ['Weniger als bisher.'], ORIGIN.list);
  return buildProtocol({ plan: readPlan(doc), record: recordOf(1, '2025-09-16', null) });
}

describe('a section that was added as one descriptor', () => {
  const content = frozen();
  const version = versionOf(content);

  it('[PR31] is a part of the plan document that people may write', () => {
    expect(TEXT_SECTIONS).toContain(code);
    expect(writableParts('junger_mensch', 'open')).toContain(`section:${code}`);
  });

  it('[PR31] is frozen, read back and in the JSON', () => {
    expect(parseCanonical(canonicalBytes(content)).texts?.[0]).toEqual({
      section: code,
      paragraphs: [WORDS],
    });
    const file = new TextDecoder().decode(
      exportJson({ bytes: canonicalBytes(content), version, signoffs: [] }),
    );
    expect(file).toContain(`{"paragraphs":["${WORDS}"],"section":"gesundheit"}`);
  });

  it('[PR31] stands in its place and under its title in the report, on the page and on the shared screen', () => {
    const { sections } = germanReport(content, { version });
    expect(sections.map((section) => section.code)).toEqual([
      'familie',
      'beteiligte',
      'gesundheit',
      'bedarf',
      'unterschriften',
    ]);
    expect(sections[2]).toMatchObject({ number: 3, title: TITLE });
    for (const text of [pageText(content), wallText(content)]) {
      expect(text.indexOf(WORDS)).toBeGreaterThan(text.indexOf(TITLE));
    }
  });

  it('[PR31] is set on paper', () => {
    const page = buildDocument({ content, version, signoffs: [] }, 'x.json');
    const section = page.sections.find(({ title }) => title === TITLE);
    expect(section?.blocks).toEqual([{ kind: 'paragraphs', voice: '', items: [WORDS] }]);
  });
});
