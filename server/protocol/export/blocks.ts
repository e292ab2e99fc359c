import type { ProtocolContent, ProtocolResource, ProtocolService } from '#shared/protocol/schema.ts';
import { type ProtocolSection, paragraphsOf } from '#shared/protocol/sections.ts';
import type { Block, ExportInput, Fact } from './document.ts';
import { goalBlocks } from './goals.ts';
import { RESOURCE_DOMAINS, resourceNote } from './resources.ts';
import { reviewBlocks } from './reviews.ts';
import { differBlocks, signatureBlocks } from './signatures.ts';
import { functionOf, said, type Wording } from './wording.ts';

export interface BlockInput extends ExportInput {
  words: Wording;
  /** Name of the file with the exact content that is attached to the PDF. */
  attachment: string;
}

/** What stands in one section. */
export function blocksOf(section: ProtocolSection, input: BlockInput): Block[] {
  const { content, words } = input;
  switch (section) {
    case 'familie':
      return [{ kind: 'facts', items: familyFacts(content, words) }];
    case 'beteiligte':
      return [participantTable(content, words)];
    case 'beratung':
      return [
        {
          kind: 'bullets',
          items: (content.advice ?? []).map((point) => words.t(`protocol.advice.${point}`)),
        },
      ];
    case 'ressourcen':
      return [resourceBlock(content, words)];
    case 'rueckblick':
      return reviewBlocks(content, words);
    case 'ziele':
      return goalBlocks(content, words);
    case 'hilfe':
      return (content.services ?? []).map((service) => ({
        kind: 'facts',
        items: serviceFacts(service, words),
      }));
    case 'vereinbarungen':
      return [{ kind: 'bullets', items: content.agreements ?? [] }];
    case 'unterschiede':
      return differBlocks(input);
    case 'ueberpruefung':
      return [{ kind: 'facts', items: nextReviewFacts(content, words) }];
    case 'unterschriften':
      return signatureBlocks(input);
    default:
      return [{ kind: 'paragraphs', items: [...paragraphsOf(content, section)] }];
  }
}

function familyFacts(content: ProtocolContent, { t, person, name }: Wording): Fact[] {
  const child = person(content.head.child);
  return said([
    { label: t('protocol.head.child'), text: child?.fullName ?? name(content.head.child) },
    { label: t('protocol.head.custody'), text: content.head.custody },
  ]);
}

function participantTable(content: ProtocolContent, words: Wording): Block {
  const { t, label } = words;
  return {
    kind: 'table',
    header: [t('protocol.person.name'), t('protocol.person.function'), t('protocol.person.attendance')],
    widths: [3, 4, 3],
    rows: content.participants.map(({ person, attendance, reason, planned }) => {
      const how = [label('attendance', attendance), reason].filter(Boolean).join(': ');
      return [
        namesOf(person, words),
        functionOf(person, words),
        planned ? t('protocol.attendance.planned', { how }) : how,
      ];
    }),
  };
}

/** The name used in the text, below it the one in the files. */
function namesOf(personId: string, { name, person }: Wording): string {
  return [...new Set([name(personId), person(personId)?.fullName ?? ''])].filter(Boolean).join('\n');
}

function resourceBlock(content: ProtocolContent, words: Wording): Block {
  const inDomain = (domain: ProtocolResource['domain']) =>
    (content.resources ?? []).filter((resource) => resource.domain === domain);
  return {
    kind: 'resources',
    groups: RESOURCE_DOMAINS.filter((domain) => inDomain(domain).length > 0).map((domain) => ({
      domain,
      title: words.t(`protocol.domain.${domain}`),
      items: inDomain(domain).map((resource) => ({
        title: resource.title,
        description: resource.description ?? '',
        note: resourceNote(resource, content, words),
      })),
    })),
  };
}

function serviceFacts(service: ProtocolService, words: Wording): Fact[] {
  const { t, label, name } = words;
  return said([
    { label: t('protocol.service.form'), text: service.helpForm && label('helpForm', service.helpForm) },
    { label: t('protocol.service.legalBasis'), text: service.legalBasis },
    { label: t('protocol.service.provider'), text: service.provider },
    { label: t('protocol.service.worker'), text: service.worker && name(service.worker) },
    { label: t('protocol.service.period'), text: period(service, words) },
    { label: t('protocol.service.extent'), text: extent(service, words) },
    { label: t('protocol.service.setting'), text: service.setting },
    { label: t('protocol.service.wishAndChoice'), text: service.wishAndChoice },
    { label: t('protocol.service.reasonSuitable'), text: service.reasonSuitable },
  ]);
}

function period({ start, end }: ProtocolService, { t, day }: Wording): string | undefined {
  if (start && end) {
    return t('protocol.service.fromTo', { start: day(start), end: day(end) });
  }
  if (start) {
    return t('protocol.service.from', { start: day(start) });
  }
  return end && t('protocol.service.to', { end: day(end) });
}

function extent({ hoursPerWeek, hoursTotal }: ProtocolService, { t, decimal: written }: Wording): string {
  return [
    hoursPerWeek && t('protocol.service.perWeek', { hours: written(hoursPerWeek) }),
    hoursTotal && t('protocol.service.total', { hours: written(hoursTotal) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function nextReviewFacts({ nextReview }: ProtocolContent, { t, day }: Wording): Fact[] {
  return said([
    { label: t('protocol.next.date'), text: nextReview?.date && day(nextReview.date) },
    { label: t('protocol.next.occasions'), text: nextReview?.occasions },
  ]);
}
