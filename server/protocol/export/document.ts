import type { VersionRef } from '#shared/api/view.ts';
import { localeFor } from '#shared/i18n/every-locale.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Report } from '#shared/protocol/report/blocks.ts';
import type { ReportInput } from '#shared/protocol/report/input.ts';
import { reportOf } from '#shared/protocol/report/report.ts';
import { type Wording, wordingOf } from '#shared/protocol/report/wording.ts';
import { marked, unmarked } from './breaks.ts';
import type { Picture } from './drawing.ts';
import { embeddedGlyphs, FAMILIES, type Glyphs, type StandIns, standIns } from './glyphs.ts';
import { sheetsOf } from './picture.ts';

/** What an export is made from: one version and what people said to it. */
export type ExportInput = Omit<ReportInput, 'attachment'> & {
  version: VersionRef;
  /** The document's own where none is asked for. */
  language?: Language;
};

/**
 * The report as `protocol.typ` sets it. Every text of a person arrives there as a JSON string and is
 * never part of the Typst source, so `#`, `\\` and `<script>` are plain letters.
 */
export interface PdfDocument extends Omit<Report, 'pictures'> {
  fonts: string[];
  running: string;
  /** "Seite" and "von", split around the numbers that only the typesetter knows. */
  page: string[];
  sheets: { title: string; picture: Picture }[];
  signs: { title: string; explain: string; header: string[]; rows: string[][] } | null;
}

/** Builds the page. Everything on it comes from the frozen content, the version and the sign-offs. */
export function buildDocument(
  input: ExportInput,
  attachment: string,
  glyphs: Glyphs = embeddedGlyphs(),
): PdfDocument {
  const { content } = input;
  const words = wordingOf(content, localeFor(input.language ?? content.locale));
  const signs = standIns(glyphs);
  const { pictures, ...report } = reportOf({ ...input, attachment }, words);
  const page = eachText(
    {
      ...report,
      running: `${report.kicker} · ${report.heading}`,
      sections: report.sections.filter(({ places }) => places.includes('paper')),
    },
    signs,
  );
  return {
    ...page,
    title: unmarked(signs.text(report.title)),
    author: unmarked(signs.text(report.author)),
    fonts: FAMILIES.map(({ name }) => name),
    page: words.t('protocol.page', { page: '\u0000', pages: '\u0000' }).split('\u0000'),
    sheets: sheetsOf(pictures, { words, signs, glyphs }),
    // Last: by now every stand-in has its number.
    signs: signsAnnex(words, signs),
  };
}

function signsAnnex({ t }: Wording, signs: StandIns): PdfDocument['signs'] {
  const rows = signs.list().map(({ mark, codePoints }) => [mark, codePoints]);
  return rows.length === 0
    ? null
    : {
        title: t('protocol.annex.signs'),
        explain: t('protocol.signs.explain'),
        header: [t('protocol.signs.standIn'), t('protocol.signs.codePoints')],
        rows,
      };
}

/** The same data with every string made drawable, and its places to break marked. */
function eachText<T>(value: T, signs: StandIns): T {
  const walk = (item: unknown): unknown => {
    if (typeof item === 'string') {
      return marked(signs.text(item));
    }
    if (Array.isArray(item)) {
      return item.map(walk);
    }
    return typeof item === 'object' && item !== null
      ? Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, walk(inner)]))
      : item;
  };
  return walk(value) as T;
}
