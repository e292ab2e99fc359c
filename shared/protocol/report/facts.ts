import type { ProtocolContent, ProtocolService } from '../schema.ts';
import type { Block, Fact } from './blocks.ts';
import { said, type Wording } from './wording.ts';

/** The facts of the meeting, above everything. */
export function headFacts(content: ProtocolContent, { t, label, name, moment }: Wording): Fact[] {
  const { head } = content;
  return said([
    { label: t('protocol.head.office'), text: head.office },
    { label: t('protocol.head.reference'), text: head.reference },
    { label: t('protocol.head.kind'), text: label('meetingType', head.meetingType) },
    { label: t('protocol.head.when'), text: t('protocol.time', { start: head.start, end: head.end }) },
    { label: t('protocol.head.place'), text: head.place },
    { label: t('protocol.head.mode'), text: label('meetingMode', head.mode) },
    { label: t('protocol.head.facilitator'), text: name(head.facilitator) },
    { label: t('protocol.head.frozen'), text: moment(content.frozenAt) },
  ]);
}

/** The young person and who has custody. */
export function familyBlocks(content: ProtocolContent, { t, person, name }: Wording): Block[] {
  const child = person(content.head.child);
  return factBlocks([
    { label: t('protocol.head.child'), text: child?.fullName ?? name(content.head.child) },
    { label: t('protocol.head.custody'), text: content.head.custody },
  ]);
}

/** The agreed help, one list of facts each. */
export function serviceBlocks(content: ProtocolContent, words: Wording): Block[] {
  return (content.services ?? []).flatMap((service) => factBlocks(serviceFacts(service, words)));
}

/** What somebody gets: form, who does it, for how long and how much. */
export function serviceFacts(service: ProtocolService, words: Wording): Fact[] {
  const { t, label, name } = words;
  const own = (text: string | undefined): string | undefined => text && words.own(text);
  return said([
    { label: t('protocol.service.form'), text: service.helpForm && label('helpForm', service.helpForm) },
    { label: t('protocol.service.legalBasis'), text: own(service.legalBasis) },
    { label: t('protocol.service.provider'), text: own(service.provider) },
    { label: t('protocol.service.worker'), text: service.worker && name(service.worker) },
    { label: t('protocol.service.period'), text: period(service, words) },
    { label: t('protocol.service.extent'), text: extent(service, words) },
    { label: t('protocol.service.setting'), text: own(service.setting) },
    { label: t('protocol.service.wishAndChoice'), text: own(service.wishAndChoice) },
    { label: t('protocol.service.reasonSuitable'), text: own(service.reasonSuitable) },
  ]);
}

/** From when to when, as one says it. */
export function period({ start, end }: ProtocolService, { t, day }: Wording): string {
  if (start && end) {
    return t('protocol.service.fromTo', { start: day(start), end: day(end) });
  }
  if (start) {
    return t('protocol.service.from', { start: day(start) });
  }
  return end ? t('protocol.service.to', { end: day(end) }) : '';
}

/** How many hours, as one says it. */
export function extent({ hoursPerWeek, hoursTotal }: ProtocolService, { t, decimal }: Wording): string {
  return [
    hoursPerWeek && t('protocol.service.perWeek', { hours: decimal(hoursPerWeek) }),
    hoursTotal && t('protocol.service.total', { hours: decimal(hoursTotal) }),
  ]
    .filter(Boolean)
    .join(', ');
}

/** When people meet again, and what would make it earlier. */
export function nextReviewBlocks({ nextReview }: ProtocolContent, { t, day }: Wording): Block[] {
  return factBlocks([
    { label: t('protocol.next.date'), text: nextReview?.date && day(nextReview.date) },
    { label: t('protocol.next.occasions'), text: nextReview?.occasions },
  ]);
}

/** Points of advice that were given. */
export function adviceBlocks(content: ProtocolContent, { t }: Wording): Block[] {
  return bullets((content.advice ?? []).map((point) => t(`protocol.advice.${point}`)));
}

export function agreementBlocks(content: ProtocolContent): Block[] {
  return bullets(content.agreements ?? []);
}

function bullets(items: string[]): Block[] {
  return items.length > 0 ? [{ kind: 'bullets', items }] : [];
}

function factBlocks(facts: Parameters<typeof said>[0]): Block[] {
  const items = said(facts);
  return items.length > 0 ? [{ kind: 'facts', items }] : [];
}
