import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddedGlyphs, standIns } from '#server/protocol/export/glyphs.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { LONG_RUN } from '../../../helpers/database.ts';
import { poppler } from '../../../helpers/poppler.ts';
import { secondContent } from '../../../unit/protocol/leon.ts';
import { SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';
import { exported, setPdf, squeeze, textOf, withLeitziel } from './paper.ts';

describe('a version as PDF', () => {
  it('[PR44] sets Latin, Greek, Cyrillic and Arabic letters and common signs as they are', async () => {
    const letters = 'ÄÖÜäöüß Ğğ Łł øå ıİ şŞ ñ çéè Ζωή Життя → ✓ ≥ € „Ja“ – …';
    const path = await exported(withLeitziel(`${letters} مرحبا`));
    const text = textOf(path);
    expect(text).toContain(squeeze(letters));
    expect(text.normalize('NFKC')).toContain('مرحبا');
    expect(text).not.toContain('⟦');
  });

  it('[PR45] puts a marked stand-in where no font has a glyph, and lists it', async () => {
    const text = textOf(await exported(withLeitziel('Wir 👨‍👩‍👧 gehen in die 学校, alle 👨‍👩‍👧.')));
    expect(text).toContain('Wir⟦1⟧gehenindie⟦2⟧⟦3⟧,alle⟦1⟧.');
    expect(text).toContain('AnlageZeichenohneSchriftbild'.replace('Anlage', 'Anlage:'));
    expect(text).toContain('⟦1⟧U+1F468U+200DU+1F469U+200DU+1F467');
    expect(text).toContain('⟦2⟧U+5B66');
  });

  it('[PR41] takes no font of the machine, even for signs that an installed one would set in bold', async () => {
    // Letters that DejaVu Sans has and DejaVu Sans Bold has not.
    const path = await exported(withLeitziel('Fett: 𝖠𝖡𝖢 → ✓'));
    expect(textOf(path)).toContain('Fett:𝖠𝖡𝖢→✓');
    const fonts = poppler('pdffonts', [path]).trim().split('\n').slice(2).join('\n');
    expect(fonts).toContain('+DejaVuSans ');
    expect(fonts).not.toContain('DejaVuSans-Bold');
  });

  it('[PR45] never stops an export, whatever Unicode somebody types', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', maxLength: 60 }), { maxLength: 24 }),
        async (texts) => {
          const clean = texts
            .map((text) => text.replace(/\p{Cc}/gu, ' ').toWellFormed())
            .filter((text) => text.trim());
          const content = {
            ...secondContent(),
            agreements: clean,
            resources: clean.map((title, index) => ({
              id: `r${index}`,
              domain: 'materiell' as const,
              title,
              state: 'erkannt' as const,
            })),
          };
          const pdf = await setPdf({ content, version: versionOf(content), signoffs: SIGNOFFS });
          expect(new TextDecoder('latin1').decode(pdf.slice(0, 5))).toBe('%PDF-');
        },
      ),
      { numRuns: LONG_RUN ? 60 : 5 },
    );
  }, 120_000);

  it('[PR55] adds no sign to an address, a number or a word: what is searched for is found as it was typed', async () => {
    const mail = 'sandra.wegner-mueller@jugendhilfe-musterstadt.example';
    const url = 'https://www.musterstadt.example/hilfe/antrag-36_a?fall=2026-0147&seite=12';
    const number = 'DE02120300000000202051DE02120300000000202051';
    const word = 'Aufenthaltsbestimmungsrechtsangelegenheitenverordnung';
    const base = secondContent();
    const content: ProtocolContent = {
      ...base,
      agreements: [`Post an ${mail}, siehe ${url} und ${number}. ${word}`],
      goals: base.goals?.map((goal) => ({ ...goal, text: `Schreiben an ${mail}` })),
      reviews: base.reviews?.slice(0, 1).map((review) => ({ ...review, obstacle: mail, text: word })),
    };
    const path = await exported(content);
    const text = poppler('pdftotext', ['-raw', path, '-']);
    expect(text).not.toMatch(/[\u200b\u2060\ufdd0-\ufdef]/u);
    // Whole on one line wherever a line can hold it: heading, agreement, picture.
    expect(text.split(mail).length).toBeGreaterThan(3);
    expect(text).toContain(url);
    expect(text).toContain(number);
    // In a narrow column it goes on in the next line, no sign added and none lost.
    expect(text.replace(/\n/g, '').split(mail).length).toBeGreaterThan(text.split(mail).length);
    const hyphenated = text.replace(/\u00ad?\n/g, '');
    expect(hyphenated.split(word).length).toBe(3);
    const headings = poppler('pdfinfo', ['-struct-text', path]);
    expect(headings).toContain(mail);
  });
});

describe('stand-ins', () => {
  it('[PR45] leaves drawable text alone and marks directions that would turn words round', () => {
    const signs = standIns(embeddedGlyphs());
    expect(signs.text('Größe ❤️ e\u0301')).toBe('Größe ❤ e\u0301');
    expect(signs.text('a\u202ebc')).toBe('a⟦1⟧bc');
    expect(signs.list()).toEqual([{ mark: '⟦1⟧', codePoints: 'U+202E' }]);
  });
});
