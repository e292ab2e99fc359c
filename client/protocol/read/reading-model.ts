import { locale } from '#shared/i18n/locales/de/index.ts';
import { translator } from '#shared/i18n/translate.ts';
import type {
  ProtocolActionGoal,
  ProtocolContent,
  ProtocolResource,
  ProtocolService,
  ProtocolStep,
} from '#shared/protocol/schema.ts';
import { formatDay } from '../../app/format.ts';

/**
 * Words of the reading version. The document is German and neutral for everybody, as on paper:
 * who reads in another language still decides about this text.
 */
export const documentText = translator(locale, 'neutral');

/** A day as it stands in the document. */
export function documentDay(day: string): string {
  return formatDay(day, locale.rules.tag, 'long');
}

/** Names of people in a version. */
export function namesIn(content: ProtocolContent): (id: string | undefined) => string {
  const names = new Map(content.persons.map(({ id, name }) => [id, name]));
  return (id) => (id ? (names.get(id) ?? '') : '');
}

export type NameOf = ReturnType<typeof namesIn>;

/** One row of a description list: a word and what is said to it. */
export type Row = readonly [term: string, text: string];

/** Who, until when, how often: the same words for goals and steps. */
function commitmentRows(item: ProtocolActionGoal | ProtocolStep, nameOf: NameOf): Row[] {
  const rows: [string, string | undefined][] = [
    [documentText('protocol.goal.who'), whoOf(item, nameOf)],
    [documentText('protocol.goal.until'), item.dueDate && documentDay(item.dueDate)],
    [documentText('protocol.goal.often'), item.recurrence],
  ];
  return filledRows(rows);
}

/** All that is known of a goal below its sentence. */
export function goalRows(goal: ProtocolActionGoal, nameOf: NameOf): Row[] {
  const scale = [
    ...(goal.scales ?? []).map(({ person, value }) =>
      documentText('protocol.goal.scaleValue', { name: nameOf(person), value }),
    ),
    ...(goal.target === undefined ? [] : [documentText('protocol.goal.target', { value: goal.target })]),
  ];
  return [
    ...commitmentRows(goal, nameOf),
    ...filledRows([
      [documentText('protocol.goal.notice'), goal.indicator],
      [documentText('protocol.goal.scale'), scale.join(', ')],
      [documentText('protocol.goal.helps'), goal.helps?.join(', ')],
    ]),
  ];
}

/** Who does a step and until when, in one line. */
export function stepLine(step: ProtocolStep, nameOf: NameOf): string {
  return [
    whoOf(step, nameOf),
    step.dueDate ? documentText('protocol.step.byWhen', { date: documentDay(step.dueDate) }) : '',
    step.recurrence ?? '',
    step.status === 'offen' ? '' : documentText(`code.stepStatus.${step.status}`),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The agreed help, row by row. */
export function serviceRows(service: ProtocolService, nameOf: NameOf): Row[] {
  const row = (
    key: keyof ProtocolService & ('legalBasis' | 'provider' | 'setting' | 'wishAndChoice' | 'reasonSuitable'),
  ) => [documentText(`protocol.service.${key}`), service[key]] as const;
  return filledRows([
    [
      documentText('protocol.service.form'),
      service.helpForm && documentText(`code.helpForm.${service.helpForm}`),
    ],
    row('legalBasis'),
    row('provider'),
    [documentText('protocol.service.worker'), nameOf(service.worker)],
    [documentText('protocol.service.period'), periodOf(service)],
    [documentText('protocol.service.extent'), extentOf(service)],
    row('setting'),
    row('wishAndChoice'),
    row('reasonSuitable'),
  ]);
}

/** Which goals a resource helps with, by their numbers; "noch frei" where none. */
export function helpsWith(resource: ProtocolResource, content: ProtocolContent): string {
  const numbers = numbersOf(content);
  const found = (resource.supports ?? []).flatMap((id) => numbers.get(id) ?? []).sort(compareNumbers);
  const last = found.pop();
  if (last === undefined) {
    return documentText('protocol.resource.free');
  }
  return found.length === 0
    ? documentText('protocol.resource.helps', { numbers: last })
    : documentText('protocol.resource.helpsMany', { numbers: found.join(', '), last });
}

/** What became of the numbers people gave: then and now, side by side, never averaged. */
export function scaleChanges(
  scales: readonly { person: string; before?: number | undefined; now?: number | undefined }[],
  target: number | undefined,
  nameOf: NameOf,
): string {
  const said = scales.map(({ person, before, now }) => {
    const name = nameOf(person);
    if (before !== undefined && now !== undefined) {
      return documentText('protocol.goal.scaleThenNow', { name, before, now });
    }
    return before === undefined
      ? documentText('protocol.goal.scaleNow', { name, now: now ?? '' })
      : documentText('protocol.goal.scaleThen', { name, before });
  });
  return [
    ...said,
    ...(target === undefined ? [] : [documentText('protocol.goal.target', { value: target })]),
  ].join(', ');
}

/** Rows that say something. */
export function filledRows(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([term, text]) => (text ? [[term, text] as const] : []));
}

function whoOf(item: ProtocolActionGoal | ProtocolStep, nameOf: NameOf): string {
  const who = nameOf(item.responsible);
  const others = (item.supporters ?? []).map(nameOf).filter(Boolean).join(', ');
  if (!who || !others) {
    return who || others;
  }
  return documentText('protocol.goal.whoWith', { who, with: others });
}

function periodOf({ start, end }: ProtocolService): string | undefined {
  if (start && end) {
    return documentText('protocol.service.fromTo', { start: documentDay(start), end: documentDay(end) });
  }
  return start
    ? documentText('protocol.service.from', { start: documentDay(start) })
    : end && documentText('protocol.service.to', { end: documentDay(end) });
}

function extentOf({ hoursPerWeek, hoursTotal }: ProtocolService): string {
  const german = (hours: string) => hours.replace('.', ',');
  return [
    hoursPerWeek && documentText('protocol.service.perWeek', { hours: german(hoursPerWeek) }),
    hoursTotal && documentText('protocol.service.total', { hours: german(hoursTotal) }),
  ]
    .filter(Boolean)
    .join(', ');
}

function numbersOf(content: ProtocolContent): Map<string, string> {
  const numbers = new Map<string, string>();
  for (const direction of content.goals ?? []) {
    numbers.set(direction.id, direction.number);
    for (const goal of direction.goals ?? []) {
      numbers.set(goal.id, goal.number);
      for (const step of goal.steps ?? []) {
        numbers.set(step.id, step.number);
      }
    }
  }
  return numbers;
}

function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'de', { numeric: true });
}
