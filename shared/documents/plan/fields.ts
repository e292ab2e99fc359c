import type { FieldShape, RecordsRoot } from '../kind.ts';
import {
  ADVICE_POINTS,
  type AdvicePoint,
  FIXED_RECORDS,
  SERVICE_TEXTS,
  type ServiceFields,
  type ServiceText,
} from './arrangements.ts';
import { type GoalFields, type GoalText, SCALE_KEY } from './goals/types.ts';
import { GOAL_KEY } from './resources.ts';
import type { MapPart } from './roots.ts';
import { OFFICE_FIELDS, SUGGESTION_KEYS } from './suggestions.ts';

/** The mark of a record that was taken from the table. */
const REMOVED = { removed: 'removal' } as const;

/** Who has written the own words of a goal. */
const WRITTEN = { writer: 'voice' } as const;

const GOAL = {
  ...REMOVED,
  ...WRITTEN,
  place: 'value',
  textOwn: 'text',
  textAgreed: 'text',
  indicator: 'text',
  reviewText: 'text',
  obstacle: 'text',
  reason: 'text',
  voice: 'value',
  lifeArea: 'value',
  kind: 'value',
  status: 'value',
  responsible: 'value',
  supporters: 'value',
  dueDate: 'value',
  recurrence: 'value',
  target: 'value',
  result: 'value',
  consequence: 'value',
  replaces: 'value',
} as const satisfies Record<GoalText, 'text'> & Record<keyof GoalFields | 'place', 'value'>;

const RESOURCE = {
  ...REMOVED,
  domain: 'value',
  title: 'text',
  description: 'text',
  owner: 'value',
  state: 'value',
  pos: 'value',
  source: 'value',
} as const;

const SERVICE = {
  ...REMOVED,
  ...allOf<ServiceText, 'text'>(SERVICE_TEXTS, 'text'),
  helpForm: 'value',
  worker: 'value',
  start: 'value',
  end: 'value',
  hoursPerWeek: 'value',
  hoursTotal: 'value',
} as const satisfies Record<keyof ServiceFields, 'value'> & Record<ServiceText, 'text'>;

/** Leitziel, advice and next review: three records that every plan has once. */
const META = {
  text: 'text',
  ...allOf<AdvicePoint, 'value'>(ADVICE_POINTS, 'value'),
  date: 'value',
  occasions: 'text',
} as const;

/** No record and no field: nobody reads this part. */
const CLOSED = { fields: {}, ids: [] } as const;

/** What may stand in the records of a part, and who writes it. */
export type RecordRules = Pick<RecordsRoot, 'fields' | 'fixed' | 'ids' | 'keyed' | 'office' | 'personal'>;

/**
 * What the records of each part hold. What the last version said of a goal (`before`) the server alone writes.
 */
export const PART_FIELDS: Readonly<Record<MapPart, RecordRules>> = {
  goals: { fields: GOAL, fixed: ['before'], keyed: [SCALE_KEY], personal: [SCALE_KEY] },
  resources: { fields: RESOURCE, keyed: [GOAL_KEY] },
  people: CLOSED,
  views: CLOSED,
  service: { fields: SERVICE, office: OFFICE_FIELDS, keyed: SUGGESTION_KEYS, personal: SUGGESTION_KEYS },
  agreements: { fields: { ...REMOVED, order: 'value', text: 'text' } },
  clearing: CLOSED,
  meta: { fields: META, ids: FIXED_RECORDS, office: ADVICE_POINTS },
  board: CLOSED,
};

/** What one voice has said in a section of the protocol. */
export const SECTION_FIELDS = {
  ...REMOVED,
  voice: 'voice',
  order: 'value',
  text: 'text',
} as const satisfies Record<string, FieldShape>;

function allOf<K extends string, S extends FieldShape>(keys: readonly K[], shape: S): Record<K, S> {
  return Object.fromEntries(keys.map((key) => [key, shape])) as Record<K, S>;
}
