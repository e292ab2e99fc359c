import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportJson } from '#server/protocol/export/json.ts';
import { canonicalBytes } from '#shared/protocol/canonical.ts';
import { poppler } from '../../../helpers/poppler.ts';
import { secondContent } from '../../../unit/protocol/leon.ts';
import { SIGNOFFS, versionOf } from '../../../unit/protocol/signoffs.ts';
import { exported, setPdf, squeeze, withLeitziel } from './paper.ts';

describe('a version as PDF', () => {
  it('[PR41] is tagged, has language, title and only embedded fonts', async () => {
    const path = await exported(secondContent());
    const info = poppler('pdfinfo', [path]);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+Hilfeplan: Hilfe für Leon W\., Fassung 2\.0/);
    expect(info).toMatch(/Page size:.*A4/);
    expect(readFileSync(path).toString('latin1')).toContain('/Lang (de)');
    expect(readFileSync(path).toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const fonts = poppler('pdffonts', [path]).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(1);
    for (const font of fonts) {
      expect(font).toMatch(/^[A-Z]{6}\+NotoSans.*\s+yes\s+yes\s+yes\s/);
    }
    const tags = poppler('pdfinfo', ['-struct-text', path]);
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'Figure', 'LBody']) {
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
    }
  });

  it('[PR42] carries the exact content beside it', async () => {
    const content = secondContent();
    const path = await exported(content);
    const file = join(dirname(path), 'attached.json');
    poppler('pdfdetach', ['-save', '1', '-o', file, path]);
    const bytes = Uint8Array.from(readFileSync(file));
    expect(bytes).toEqual(
      exportJson({ bytes: canonicalBytes(content), version: versionOf(content), signoffs: SIGNOFFS }),
    );
  });

  it('[PR48] gives equal bytes for equal input and refuses content of another version', async () => {
    const content = secondContent();
    const input = { content, version: versionOf(content), signoffs: SIGNOFFS };
    expect(await setPdf(input)).toEqual(await setPdf(input));
    const other = { ...input, content: withLeitziel('Etwas anderes') };
    const refused: unknown = await setPdf(other).catch((error: unknown) => error);
    expect(refused).toMatchObject({ cause: { message: expect.stringContaining('not that of version') } });
  });

  it('[PR49] draws the board as pictures with real text and words for them', async () => {
    const path = await exported(secondContent());
    const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', [path]))?.[1]);
    const last = squeeze(poppler('pdftotext', ['-f', `${pages}`, '-raw', path, '-']));
    expect(last).toContain('Ichtelefonieremittwochs');
    const map = squeeze(
      poppler('pdftotext', ['-f', `${pages - 1}`, '-l', `${pages - 1}`, '-raw', path, '-']),
    );
    expect(map).toContain(squeeze('SV Grün-Weiß'));
    expect(map).toContain('Leon');
  });

  it('[PR56] cuts nothing off in its pictures: every card holds its whole words, or says where they stand', async () => {
    const base = secondContent();
    const words = (n: number): string =>
      `Satz ${n}: ${'wir üben das jeden zweiten Abend zusammen, '.repeat(5)}ENDE${n}.`;
    const goals = base.goals?.map((goal, at) => ({ ...goal, text: words(at) }));
    const resources = Array.from({ length: 9 }, (_, n) => ({
      id: `r${n}`,
      domain: 'sozial' as const,
      title: `Stärke ${n}`,
      description: n === 8 ? words(n).repeat(20) : words(n),
      state: 'erkannt' as const,
    }));
    const path = await exported({ ...base, goals, resources });
    const pages = Number(/Pages:\s+(\d+)/.exec(poppler('pdfinfo', [path]))?.[1]);
    const sheets = Array.from({ length: pages }, (_, at) =>
      poppler('pdftotext', ['-f', `${at + 1}`, '-l', `${at + 1}`, '-raw', path, '-']),
    ).filter((page) => /Anlage: (Karte|Zielbaum)/.test(page));
    const drawn = squeeze(sheets.join('\n'));
    expect(sheets.length).toBeGreaterThan(2);
    expect(drawn).not.toContain('…');
    for (let n = 0; n < 8; n++) {
      expect(drawn).toContain(squeeze(words(n)));
    }
    expect(drawn).toContain(squeeze('Stärke 8 (Der Wortlaut steht vorn im Text.)'));
  });
});
