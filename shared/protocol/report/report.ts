import { areVoicesNamed } from '../../meeting/voices.ts';
import type { ProtocolContent } from '../schema.ts';
import type { Filling, Section } from '../template.ts';
import { templateOf } from '../templates/registry.ts';
import type { Block, PictureBlock, Report, ReportSection } from './blocks.ts';
import {
  adviceBlocks,
  agreementBlocks,
  familyBlocks,
  headFacts,
  nextReviewBlocks,
  serviceBlocks,
} from './facts.ts';
import { directionGoals, goalBlocks } from './goals.ts';
import type { ReportInput } from './input.ts';
import { participantBlocks } from './people.ts';
import { readable } from './readable.ts';
import { resourceBlocks, resourceGroups } from './resources.ts';
import { reviewBlocks } from './reviews.ts';
import { differBlocks, signatureBlocks } from './signatures.ts';
import type { Wording } from './wording.ts';

type Source = Exclude<Filling, { kind: 'text' }>['of'];

/** What each source says. A section without any block is not shown. */
const BLOCKS: Record<Source, (input: ReportInput, words: Wording) => Block[]> = {
  family: ({ content }, words) => familyBlocks(content, words),
  participants: ({ content }, words) => participantBlocks(content, words),
  advice: ({ content }, words) => adviceBlocks(content, words),
  resources: ({ content }, words) => resourceBlocks(content, words),
  reviews: ({ content }, words) => reviewBlocks(content, words),
  goals: ({ content }, words) => goalBlocks(content, words),
  services: ({ content }, words) => serviceBlocks(content, words),
  agreements: ({ content }) => agreementBlocks(content),
  nextReview: ({ content }, words) => nextReviewBlocks(content, words),
  views: differBlocks,
  signatures: signatureBlocks,
};

/** The document in words, made from the content alone. Pure: equal input gives an equal report. */
export function reportOf(given: ReportInput, words: Wording): Report {
  const input = readable(given);
  const { content, version } = input;
  const { t } = words;
  const { head } = content;
  return {
    language: words.language,
    title: t('protocol.documentTitle', { label: head.caseLabel, version: content.version }),
    kicker: t(templateOf(content).title),
    heading: head.caseLabel,
    subtitle: t('protocol.meeting', { number: head.meetingNumber, date: words.day(head.date) }),
    author: head.office,
    version: t('protocol.version', { version: content.version }),
    code: version ? t('protocol.code', { code: version.code }) : '',
    head: headFacts(content, words),
    sections: reportSections(input, words),
    pictures: pictures(content, words),
  };
}

function reportSections(input: ReportInput, words: Wording): ReportSection[] {
  const shown = templateOf(input.content).sections.flatMap((section) => {
    const blocks = blocksOf(section, input, words);
    return blocks.length > 0 ? [{ section, blocks }] : [];
  });
  const child = words.name(input.content.head.child);
  return shown.map(({ section, blocks }, index) => ({
    code: section.code,
    number: index + 1,
    title: words.t(section.title, { name: child }),
    spoken: words.t(section.spoken ?? section.title, { name: child }),
    places: section.places,
    blocks,
  }));
}

function blocksOf({ code, filledFrom }: Section, input: ReportInput, words: Wording): Block[] {
  if (filledFrom.kind !== 'text') {
    return BLOCKS[filledFrom.of](input, words);
  }
  return textBlocks(code, input.content, words);
}

/** The texts of a section, each under the name of its voice where somebody else's could be meant. */
function textBlocks(code: string, { texts = [], head }: ProtocolContent, words: Wording): Block[] {
  const said = texts.filter(({ section }) => section === code);
  const isNamed = areVoicesNamed(
    code,
    said.map(({ voice }) => voice),
    head.child,
  );
  const nameOf = (voice: string | undefined): string =>
    voice ? words.name(voice) : words.t('protocol.voice.none');
  return said
    .filter(({ paragraphs }) => paragraphs.length > 0)
    .map(({ voice, paragraphs }) => ({
      kind: 'paragraphs',
      voice: isNamed ? nameOf(voice) : '',
      items: [...paragraphs],
    }));
}

/** The board on paper: the map of strengths and the tree of goals. */
function pictures(content: ProtocolContent, words: Wording): PictureBlock[] {
  const { t } = words;
  const child = words.name(content.head.child);
  const groups = resourceGroups(content, words);
  const goals = directionGoals(content, words);
  const all: PictureBlock[] = [
    { kind: 'picture', draws: 'resources', title: t('protocol.annex.resources'), child, groups },
    { kind: 'picture', draws: 'goals', title: t('protocol.annex.goals'), goals },
  ];
  return all.filter((picture) => (picture.draws === 'goals' ? goals : groups).length > 0);
}
