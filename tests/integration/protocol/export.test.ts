import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedGlyphs, standIns } from '#server/protocol/export/glyphs.ts';
import { exportFileName, exportJson } from '#server/protocol/export/json.ts';
import { exportPdf, PDF_LIMITS } from '#server/protocol/export/pdf.ts';
import type { PdfInput, PdfLimits } from '#server/protocol/export/pdf-task.ts';
import { canonicalBytes, contentHash } from '#shared/protocol/canonical.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { LONG_RUN } from '../../helpers/database.ts';
import { poppler } from '../../helpers/poppler.ts';
import { firstContent, secondContent } from '../../unit/protocol/leon.ts';
import { contents } from '../../unit/protocol/report/arbitrary-content.ts';
import { germanReport } from '../../unit/protocol/report/german.ts';
import { DISSENT, SIGNOFFS, versionOf } from '../../unit/protocol/signoffs.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planrunde-export-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const exported = async (
  content: ProtocolContent,
  signoffs = SIGNOFFS,
  undecided: string[] = [],
): Promise<string> => {
  const path = join(folder, `${Math.random()}.pdf`);
  writeFileSync(path, await setPdf({ content, version: versionOf(content), signoffs, undecided }));
  return path;
};
/** Content goes to the process that sets it as it is stored. */
const setPdf = (
  { content, ...input }: Omit<PdfInput, 'content'> & { content: ProtocolContent },
  how: { limits?: PdfLimits; signal?: AbortSignal } = {},
): Promise<Uint8Array> => exportPdf({ ...input, content: canonicalBytes(content) }, how);
const squeeze = (text: string): string => text.replace(/[\s\u00ad-]+/gu, '');
/** Text without white space and hyphens, which lines and columns put in. */
const textOf = (path: string, layout = '-raw'): string => squeeze(poppler('pdftotext', [layout, path, '-']));
/** Every text in a piece of a report; ids and codes are not shown. */
const UNSHOWN = new Set(['id', 'kind', 'domain', 'commitment', 'name', 'pos']);
const wordsOf = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => (UNSHOWN.has(key) ? [] : wordsOf(inner)))
    : [];
};
const withLeitziel = (leitziel: string): ProtocolContent => ({ ...secondContent(), leitziel });

describe('a version as PDF', () => {
  it('[PR40] holds every goal, name, dissent, decision and the checksum', async () => {
    const content = secondContent();
    const text = textOf(await exported(content));
    const goals = (content.goals ?? []).flatMap((goal) => [
      goal.text,
      ...(goal.goals ?? []).flatMap((child) => [child.text, ...(child.steps ?? []).map((step) => step.text)]),
    ]);
    const names = content.participants.map(
      ({ person }) => content.persons.find(({ id }) => id === person)?.fullName ?? 'missing',
    );
    const { sha256, code } = versionOf(content);
    const said = [
      ...goals,
      ...names,
      ...(content.resources ?? []).map(({ title }) => title),
      'Ich sehe Papa ab November 2025 jedes zweite Wochenende.',
      'Dienstplan kommt oft kurzfristig.',
      'Im Durchschnitt drei Abende pro Woche.',
      'als Erhaltungsziel fortführen',
      DISSENT,
      'Lieber jedes zweite Wochenende, wenn Papa kann.',
      'Was wir unterschiedlich sehen',
      'einfache elektronische Signatur',
      '2,5 Stunden in der Woche',
      '15. September 2026',
      'Herr Aydın',
      'zuerst: möchte noch nachdenken',
      'dann: nicht einverstanden',
      sha256,
      code,
      'Fassung 2.0',
    ];
    for (const words of said) {
      expect(text).toContain(squeeze(words));
    }
  });

  it('[UI74] declines names, and [ME11] tells a plan that nobody noted as a plan', async () => {
    const content = secondContent();
    const goal = content.goals?.[0]?.goals?.[0];
    const [first] = content.participants;
    if (!goal || !first) {
      throw new Error('the example has no goal or nobody');
    }
    goal.responsible = 'p-sandra';
    goal.supporters = ['p-leon', 'p-aydin'];
    first.planned = true;
    const text = textOf(await exported(content));
    expect(text).toContain(squeeze('Frau Wegner, mit Leon, Herrn Aydın'));
    expect(text.split(squeeze('geplant: vor Ort')).length).toBe(2);
  });

  it('[PR32] says on paper everything that the report says of goals, steps, strengths and people', async () => {
    const samples = fc.sample(contents, { numRuns: 4, seed: 7 });
    for (const content of [secondContent(), ...samples]) {
      const path = await exported(content, []);
      // As it lies on the page: lines and columns are in the order of reading.
      const text = textOf(path);
      const report = germanReport(content, { version: versionOf(content) });
      for (const part of wordsOf(report.sections.map(({ blocks }) => blocks))) {
        expect(text).toContain(squeeze(part));
      }
    }
  }, 60_000);

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
    const file = join(folder, 'attached.json');
    poppler('pdfdetach', ['-save', '1', '-o', file, path]);
    const bytes = Uint8Array.from(readFileSync(file));
    expect(bytes).toEqual(
      exportJson({ bytes: canonicalBytes(content), version: versionOf(content), signoffs: SIGNOFFS }),
    );
  });

  it('[PR43] treats words of people as data, whatever they look like', async () => {
    const nasty =
      '#panic("x") #strong[a] $x^2$ <script>alert(1)</script> \\ *fett* _k_ @label // `x` {name} </text>';
    const content: ProtocolContent = {
      ...secondContent(),
      agreements: [nasty],
      resources: [{ id: 'r', domain: 'sozial', title: nasty, state: 'erkannt' }],
    };
    const text = textOf(
      await exported(content, [{ ...SIGNOFFS[0], remark: nasty } as (typeof SIGNOFFS)[number]]),
    );
    expect(text.split(squeeze(nasty)).length).toBeGreaterThanOrEqual(4);
  });

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

  it('[PR46] sets fields of 20 000 characters, with and without spaces, to the end', async () => {
    const long = `${'Ein sehr langer Satz mit vielen Wörtern. '.repeat(480)}ENDE-A`;
    const unbroken = `${'x'.repeat(19_990)}ENDE-B`;
    const base = secondContent();
    const content: ProtocolContent = {
      ...base,
      agreements: [long, unbroken],
      goals: base.goals?.map((goal) => ({
        ...goal,
        text: long,
        goals: goal.goals?.map((child) => ({ ...child, text: long, indicator: unbroken })),
      })),
      reviews: base.reviews
        ?.slice(0, 1)
        .map((review) => ({ ...review, before: long, obstacle: unbroken, text: long })),
    };
    const path = await exported(content);
    const text = textOf(path);
    // Headers and footers stand between the pages, so parts are counted.
    const count = (words: string): number => text.split(words).length - 1;
    const goals = (base.goals ?? []).length + (base.goals ?? []).flatMap((goal) => goal.goals ?? []).length;
    expect(count('ENDEA')).toBe(1 + goals + 2);
    expect(count('ENDEB')).toBe(1 + goals - (base.goals ?? []).length + 1);
    expect(count('x')).toBeGreaterThanOrEqual(19_990 * 2);
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

  it('[PR47] works with nothing but a head, and offers a line for each signature on paper', async () => {
    const { goals, resources, services, leitziel, ...bare } = firstContent();
    expect([goals, resources, services, leitziel]).not.toContain(undefined);
    const text = textOf(await exported(bare, [], ['p-renate', 'nobody']));
    expect(text).toContain('3.Unterschriften');
    expect(text).not.toContain('4.');
    expect(text).toContain(squeeze('Oma Renate (Renate Wegner)'));
    expect(text).not.toContain(squeeze('Frau Lorenz (Petra Lorenz)'));
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
});

const manyAgreements = (): ProtocolContent => ({
  ...secondContent(),
  agreements: Array.from({ length: 3_000 }, (_, n) => `Abrede ${n}: ${'Wort '.repeat(300)}`),
});

/** Processes that set pages now. */
const setters = (): number => {
  const list = execFileSync('ps', ['-eo', 'ppid,args'], { encoding: 'utf8' });
  const mine = new RegExp(`^\\s*${process.pid}\\b.*pdf-child`);
  return list.split('\n').filter((line) => mine.test(line)).length;
};

describe('the process that sets pages', () => {
  it.each([
    ['time', { ...PDF_LIMITS, timeMs: 1_500 }],
    ['memory', { ...PDF_LIMITS, memoryBytes: 150_000_000 }],
    ['pages', { ...PDF_LIMITS, pages: 1 }],
  ])(
    '[PR53] is ended where it takes too much %s, and nothing of it is left',
    async (kind, limits) => {
      const content = kind === 'pages' ? secondContent() : manyAgreements();
      const input = { content, version: versionOf(content), signoffs: SIGNOFFS };
      const since = performance.now();
      const error: unknown = await setPdf(input, { limits }).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'internal', isOverLimit: true });
      expect(performance.now() - since).toBeLessThan(kind === 'time' ? 10_000 : 50_000);
      await expect.poll(setters).toBe(0);
    },
    60_000,
  );

  it('[PR53] is ended in the middle when nobody wants its page any more', async () => {
    const content = manyAgreements();
    const stop = new AbortController();
    const input = { content, version: versionOf(content), signoffs: SIGNOFFS };
    const made = setPdf(input, { signal: stop.signal }).catch((caught: unknown) => caught);
    await expect.poll(setters).toBe(1);
    stop.abort();
    expect(await made).toMatchObject({ code: 'internal', isOverLimit: false });
    await expect.poll(setters).toBe(0);
  }, 60_000);

  it('[PR51] leaves the thread of the meetings free while it works', async () => {
    const content = { ...secondContent(), agreements: ['Ein Satz für viele Seiten. '.repeat(1500)] };
    let turns = 0;
    const turning = setInterval(() => turns++, 1);
    await setPdf({ content, version: versionOf(content), signoffs: SIGNOFFS });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(20);
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

describe('a version as JSON', () => {
  it('[PR50] holds the canonical bytes unchanged, so that the checksum can be made again', () => {
    const content = secondContent();
    const version = versionOf(content);
    const text = new TextDecoder().decode(
      exportJson({ bytes: canonicalBytes(content), version, signoffs: SIGNOFFS }),
    );
    const inside = text.slice('{"content":'.length, text.indexOf(',"format":"planrunde-protocol-export-1"'));
    expect(new TextEncoder().encode(inside)).toEqual(canonicalBytes(content));
    expect(contentHash(new TextEncoder().encode(inside))).toBe(version.sha256);
    expect(JSON.parse(text)).toMatchObject({ version: { number: '2.0', sha256: version.sha256 } });
    expect(JSON.parse(text).signoffs[3]).toMatchObject({ decision: 'nicht_einverstanden', remark: DISSENT });
  });

  it('[PR50] has a name that says nothing about the family', () => {
    expect(exportFileName({ date: '2026-03-10', number: '2.0' }, 'pdf')).toBe(
      'hilfeplan-2026-03-10-v2.0.pdf',
    );
  });
});
