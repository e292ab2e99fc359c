import { describe, expect, it } from 'vitest';
import { everyLocale } from '#shared/i18n/every-locale.ts';
import type { ReportInput } from '#shared/protocol/report/input.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { HILFEPLAN } from '#shared/protocol/templates/hilfeplan.ts';
import { firstContent, secondContent } from './leon.ts';
import { germanReport } from './report/german.ts';
import { SIGNOFFS, versionOf } from './signoffs.ts';

const sectionsOf = (content: ProtocolContent, signoffs: ReportInput['signoffs'] = []): string[] =>
  germanReport(content, { version: versionOf(content), signoffs }).sections.map(({ code }) => code);

describe('sections of a protocol', () => {
  it('[PR30] come in one order, and only those with content', () => {
    expect(sectionsOf(secondContent(), SIGNOFFS)).toEqual([
      'familie',
      'beteiligte',
      'beratung',
      'sicht_kind',
      'ressourcen',
      'rueckblick',
      'bedarf',
      'ziele',
      'hilfe',
      'vereinbarungen',
      'unterschiede',
      'ueberpruefung',
      'unterschriften',
    ]);
    expect(sectionsOf(firstContent())).toEqual([
      'familie',
      'beteiligte',
      'ressourcen',
      'ziele',
      'hilfe',
      'unterschriften',
    ]);
  });

  it('[PR30] show differences only where somebody said something of their own', () => {
    const [remark, agreed, thinks, refuses] = SIGNOFFS;
    const shown = (signoffs: (typeof remark)[]): boolean =>
      sectionsOf(
        firstContent(),
        signoffs.filter((signoff) => signoff !== undefined),
      ).includes('unterschiede');
    expect([shown([remark]), shown([agreed]), shown([thinks]), shown([refuses])]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(shown([refuses && { ...refuses, remark: null }])).toBe(true);
  });

  it('[PR30] words under a code that the template does not know are shown, before what people said to them', () => {
    const content = firstContent();
    const texts = [{ section: 'frueher_einmal', paragraphs: ['Das haben alle unterschrieben.'] }];
    const { sections } = germanReport({ ...content, texts }, { version: versionOf(content) });
    expect(sections.at(-2)).toMatchObject({ code: 'frueher_einmal', title: 'Weiterer Abschnitt' });
    expect(sections.at(-2)?.blocks).toEqual([{ kind: 'paragraphs', voice: '', items: texts[0]?.paragraphs }]);
  });

  it('[PR30] all have a title in every language', () => {
    for (const section of HILFEPLAN.sections) {
      for (const { messages } of everyLocale.values()) {
        expect(messages[section.title]).toMatch(/./);
      }
    }
  });
});
