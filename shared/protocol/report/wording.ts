import { isolated, joinedParts } from '../../i18n/isolate.ts';
import type { MeetingLocale } from '../../i18n/messages.ts';
import { type MessageKey, OFFICE_TIME_ZONE, type Translate, translator } from '../../i18n/translate.ts';
import type { ProtocolContent, ProtocolPerson } from '../schema.ts';
import type { Fact } from './blocks.ts';
import { readable } from './readable.ts';

/** Words of one document: texts of the product, names of people, days as people say them. Neutral for everybody. */
export interface Wording {
  t: Translate;
  /** BCP 47 tag of the language. */
  language: string;
  /** Label of a code: `label('goalStatus', 'erreicht')`. */
  label(list: string, code: string): string;
  /** As the family says it, "Frau Wegner". */
  name(personId: string): string;
  person(personId: string): ProtocolPerson | undefined;
  /** "10. März 2026" */
  day(date: string): string;
  /** "10. März 2026, 17:14 Uhr" in the office's time zone. */
  moment(iso: string): string;
  /** "1.1, 1.2 und 2.1" */
  list(parts: readonly string[]): string;
  /** "2.5" as this language writes it, "2,5". */
  decimal(number: string): string;
  /** Words of the plan, which stay as they were typed; a page in another language knows them again by it. */
  own(words: string): string;
  /** Whether own words name who has written them. Before form 3 they were told as those of whose wish it is. */
  namesWriters: boolean;
}

/** The words of a document in a language. */
export function wordingOf(content: ProtocolContent, locale: MeetingLocale): Wording {
  return wordingFrom(content, { t: translator(locale, 'neutral'), tag: locale.rules.tag });
}

/** In which language a wording speaks, and how it sets words of the plan apart. */
export interface Speech {
  t: Translate;
  /** BCP 47 tag. */
  tag: string;
  own?: Wording['own'];
}

/** The words of a document as somebody's page speaks. */
export function wordingFrom(content: ProtocolContent, { t, tag, own = (words) => words }: Speech): Wording {
  const people = new Map(readable(content.persons).map((person) => [person.id, person]));
  return {
    t,
    own,
    namesWriters: content.schemaVersion >= 3,
    language: tag.split('-')[0] ?? tag,
    label: (list, code) => t(`code.${list}.${code}` as Extract<MessageKey, `code.${string}`>),
    name: (id) => people.get(id)?.name ?? id,
    person: (id) => people.get(id),
    ...formatsOf(tag),
  };
}

function formatsOf(tag: string): Pick<Wording, 'day' | 'moment' | 'list' | 'decimal'> {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(tag, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: OFFICE_TIME_ZONE,
  });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const parts = new Intl.NumberFormat(tag).formatToParts(0.5);
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return {
    day: (date) => unbroken(day.format(new Date(`${date}T00:00:00Z`))),
    moment: (iso) => unbroken(moment.format(new Date(iso))),
    list: (items) => list.format(items.map(isolated)),
    decimal: (number) => number.replace('.', point),
  };
}

/** Keeps day and month on one line. */
function unbroken(date: string): string {
  return date.replace(' ', '\u00a0');
}

/** Facts whose text is there; the others are left out. */
export function said(facts: readonly { label: string; text: string | undefined }[]): Fact[] {
  return facts.flatMap(({ label, text }) => (text ? [{ label, text }] : []));
}

/** "Frau Wegner (Sandra Wegner)": the name used in the text beside the one in the files. */
export function nameInFull(personId: string, { person, name }: Wording): string {
  const { fullName } = person(personId) ?? {};
  return fullName && fullName !== name(personId)
    ? `${isolated(name(personId))} (${isolated(fullName)})`
    : name(personId);
}

/** What somebody is in this help: function and house, or relation, or role. */
export function functionOf(personId: string, { person, label }: Wording): string {
  const found = person(personId);
  const work = joinedParts([found?.function, found?.organisation], ', ');
  return work || found?.relation || (found?.roles ?? []).map((role) => label('personRole', role)).join(', ');
}
