import type * as Y from 'yjs';
import { type HelpForm, helpForm } from '../../domain/codes.ts';
import { typedValue } from '../../domain/typed-text.ts';
import { type PlanRecord, partMap } from './roots.ts';

/** Values of a help that the office answers for (§ 36 SGB VIII): who leads writes them, everybody may suggest one. */
export const OFFICE_FIELDS = ['helpForm', 'hoursPerWeek', 'hoursTotal'] as const;
export type OfficeField = (typeof OFFICE_FIELDS)[number];

/** What somebody suggests for such a value. */
export interface Suggestion {
  field: OfficeField;
  personId: string;
  value: HelpForm | number;
}

/** Prefixes of suggestions in the record of a help; the id of the person follows. */
export const SUGGESTION_KEYS = OFFICE_FIELDS.map(keyOf);

/** What is suggested and is not so yet, by field, then person. Equal documents give equal lists. */
export function readSuggestions(record: PlanRecord): Suggestion[] {
  return OFFICE_FIELDS.flatMap((field) =>
    [...record]
      .filter(([key]) => key.startsWith(keyOf(field)))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, value]) =>
        isFor(field, value) && value !== record.get(field)
          ? [{ field, personId: key.slice(keyOf(field).length), value }]
          : [],
      ),
  );
}

/** Suggests a value in the name of a person, or takes their suggestion back (null). */
export function suggest(
  doc: Y.Doc,
  serviceId: string,
  { field, personId, value }: Omit<Suggestion, 'value'> & { value: Suggestion['value'] | null },
  origin: string,
): void {
  const record = partMap(doc, 'service').get(serviceId);
  const key = keyOf(field) + personId;
  doc.transact(() => (value === null ? record?.delete(key) : record?.set(key, typedValue(value))), origin);
}

/** Makes a suggestion the value. It stays in its person's name, and is none any more. */
export function takeSuggestion(
  doc: Y.Doc,
  serviceId: string,
  { field, value }: Suggestion,
  origin: string,
): void {
  doc.transact(() => partMap(doc, 'service').get(serviceId)?.set(field, value), origin);
}

/** What a person suggests for a help themselves, by field. */
export function suggestedBy(
  doc: Y.Doc,
  serviceId: string,
  personId: string,
): { helpForm: HelpForm | null; hoursPerWeek: number | null; hoursTotal: number | null } {
  const record = partMap(doc, 'service').get(serviceId);
  const numberIn = (field: OfficeField): number | null => {
    const value: unknown = record?.get(keyOf(field) + personId);
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  const form = record?.get(`${keyOf('helpForm')}${personId}`);
  return {
    helpForm: helpForm.find((code) => code === form) ?? null,
    hoursPerWeek: numberIn('hoursPerWeek'),
    hoursTotal: numberIn('hoursTotal'),
  };
}

function keyOf(field: OfficeField): string {
  return `suggest:${field}:`;
}

function isFor(field: OfficeField, value: unknown): value is Suggestion['value'] {
  return field === 'helpForm' ? helpForm.some((code) => code === value) : Number.isFinite(value);
}
