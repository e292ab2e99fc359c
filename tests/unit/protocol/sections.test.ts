import { describe, expect, it } from 'vitest';
import { everyLocale } from '#shared/i18n/every-locale.ts';
import { PROTOCOL_SECTIONS, sectionsOf } from '#shared/protocol/sections.ts';
import { firstContent, secondContent } from './leon.ts';
import { SIGNOFFS } from './signoffs.ts';

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

  it('[PR30] all have a title in every language', () => {
    for (const section of PROTOCOL_SECTIONS) {
      for (const { messages } of everyLocale.values()) {
        expect(messages[`protocol.section.${section}`]).toMatch(/./);
      }
    }
  });
});
