import type { SignoffEntry } from '#shared/api/answers.ts';
import type { VersionRef } from '#shared/api/view.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { ProtocolContent } from '#shared/protocol/schema.ts';
import { sectionsOf } from '#shared/protocol/sections.ts';
import { blocksOf } from './blocks.ts';
import type { Picture } from './drawing.ts';
import { embeddedGlyphs, FAMILIES, type Glyphs, type StandIns, standIns } from './glyphs.ts';
import { picturesOf } from './picture.ts';
import { type Wording, wordingOf } from './wording.ts';

/**
 * The page as data: what `protocol.typ` sets. Every text of a person arrives there as a JSON
 * string and is never part of the Typst source, so `#`, `\` and `<script>` are plain letters.
 */
export interface PdfDocument {
  language: Language;
  fonts: string[];
  title: string;
  kicker: string;
  heading: string;
  subtitle: string;
  author: string;
  running: string;
  version: string;
  code: string;
  /** "Seite" and "von", split around the numbers that only the typesetter knows. */
  page: string[];
  head: Fact[];
  sections: { title: string; blocks: Block[] }[];
  pictures: { title: string; picture: Picture }[];
  signs: { title: string; explain: string; header: string[]; rows: string[][] } | null;
}

export interface Fact {
  label: string;
  text: string;
}

/** Kinds of content that the template knows how to set. */
export type Block =
  | { kind: 'paragraphs'; items: string[] }
  | { kind: 'bullets'; items: string[] }
  | { kind: 'facts'; items: Fact[] }
  | { kind: 'table'; header: string[]; widths: number[]; rows: string[][] }
  | { kind: 'resources'; groups: ResourceGroup[] }
  | { kind: 'reviews'; header: string[]; rows: ReviewRow[] }
  | { kind: 'leitziel'; label: string; text: string }
  | { kind: 'goal'; goal: GoalBlock }
  | { kind: 'words'; items: { says: string; decision: string; text: string }[] }
  | { kind: 'signatures'; header: string[]; rows: SignatureRow[] }
  | { kind: 'open'; text: string; line: string; people: string[] }
  | { kind: 'checksum'; items: Fact[]; attached: string }
  | { kind: 'note'; text: string };

export interface ResourceGroup {
  domain: string;
  title: string;
  items: { title: string; description: string; note: string }[];
}

export interface ReviewRow {
  /** 0 Richtungsziel, 1 Handlungsziel, 2 step. */
  depth: number;
  label: string;
  before: string;
  due: string;
  result: string;
  text: string;
  scales: string;
  obstacle: string;
  consequence: string;
  details: string[];
}

export interface GoalBlock {
  label: string;
  number: string;
  text: string;
  quote: string;
  goals: ActionBlock[];
}

export interface ActionBlock {
  label: string;
  number: string;
  text: string;
  quote: string;
  facts: Fact[];
  stepsTitle: string;
  steps: { number: string; text: string; quote: string; about: string; done: boolean }[];
}

export interface SignatureRow {
  name: string;
  about: string;
  decision: string;
  words: string;
  how: string;
}

/** What an export is made from: one version and what people said to it. */
export interface ExportInput {
  content: ProtocolContent;
  version: VersionRef;
  signoffs: readonly SignoffEntry[];
  language?: Language;
}

/** Builds the page. Everything on it comes from the frozen content, the version and the sign-offs. */
export function buildDocument(
  input: ExportInput,
  attachment: string,
  glyphs: Glyphs = embeddedGlyphs(),
): PdfDocument {
  const { content, version, signoffs } = input;
  const words = wordingOf(content, input.language ?? content.locale);
  const signs = standIns(glyphs);
  const { t } = words;
  const sections = sectionsOf(content, signoffs).map((section, index) => ({
    title: `${index + 1}. ${t(`protocol.section.${section}`)}`,
    blocks: blocksOf(section, { ...input, words, attachment }),
  }));
  const page = eachText(
    {
      title: t('protocol.documentTitle', { label: content.head.caseLabel, version: content.version }),
      kicker: t('protocol.title'),
      heading: content.head.caseLabel,
      subtitle: t('protocol.meeting', {
        number: content.head.meetingNumber,
        date: words.day(content.head.date),
      }),
      author: content.head.office,
      running: `${t('protocol.title')} · ${content.head.caseLabel}`,
      version: t('protocol.version', { version: content.version }),
      code: t('protocol.code', { code: version.code }),
      head: headFacts(content, words),
      sections,
    },
    signs,
  );
  return {
    ...page,
    language: words.language,
    fonts: FAMILIES.map(({ name }) => name),
    page: t('protocol.page', { page: '\u0000', pages: '\u0000' }).split('\u0000'),
    pictures: picturesOf(content, { words, signs, glyphs }),
    // Last: by now every stand-in has its number.
    signs: signsAnnex(words, signs),
  };
}

function headFacts(content: ProtocolContent, { t, label, name, moment }: Wording): Fact[] {
  const { head } = content;
  return [
    { label: t('protocol.head.office'), text: head.office },
    { label: t('protocol.head.reference'), text: head.reference },
    { label: t('protocol.head.kind'), text: label('meetingType', head.meetingType) },
    { label: t('protocol.head.when'), text: t('protocol.time', { start: head.start, end: head.end }) },
    { label: t('protocol.head.place'), text: head.place },
    { label: t('protocol.head.mode'), text: label('meetingMode', head.mode) },
    { label: t('protocol.head.facilitator'), text: name(head.facilitator) },
    { label: t('protocol.head.frozen'), text: moment(content.frozenAt) },
  ].filter(({ text }) => text !== '');
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

/** The same data with every string made drawable. */
function eachText<T>(value: T, signs: StandIns): T {
  const walk = (item: unknown): unknown => {
    if (typeof item === 'string') {
      return signs.text(item);
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
