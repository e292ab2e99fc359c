import { LIMITS } from '../../wire/limits.ts';
import { SCHEMA_VERSION } from '../../wire/messages.ts';
import type { DocumentKind, RootShape } from '../kind.ts';
import { PART_FIELDS, SECTION_FIELDS } from './fields.ts';
import { freshCopy } from './fresh-copy.ts';
import { oldRoot } from './old-texts.ts';
import { type Plan, readPlan } from './plan.ts';
import { writableParts } from './rights.ts';
import { type MapPart, sectionPart, TEXT_SECTIONS } from './roots.ts';
import { hasOldTexts, upgradeTexts } from './upgrade.ts';

const MAPS: Record<MapPart, RootShape> = {
  goals: { holds: 'records', ...PART_FIELDS.goals, countedOnTable: true, quota: 'goals' },
  resources: { holds: 'records', ...PART_FIELDS.resources, quota: 'resources' },
  people: { holds: 'records', ...PART_FIELDS.people },
  views: { holds: 'records', ...PART_FIELDS.views },
  service: { holds: 'records', ...PART_FIELDS.service, most: 100, quota: 'service' },
  agreements: { holds: 'records', ...PART_FIELDS.agreements, most: 400, quota: 'agreements' },
  clearing: { holds: 'records', ...PART_FIELDS.clearing },
  meta: { holds: 'records', ...PART_FIELDS.meta },
  board: { holds: 'records', ...PART_FIELDS.board },
};

const SECTION: RootShape = { holds: 'records', fields: SECTION_FIELDS, most: 200 };

const TEXTS = Object.fromEntries(
  TEXT_SECTIONS.flatMap((section): [string, RootShape][] => [
    [sectionPart(section), SECTION],
    [oldRoot(section), { holds: 'before' }],
  ]),
);

/** The plan of one meeting, which everybody at the table shares. */
export const planKind: DocumentKind<Plan> = {
  name: 'plan',
  schemaVersion: SCHEMA_VERSION,
  roots: { ...MAPS, ...TEXTS },
  limits: {
    documentBytes: 5_242_880,
    documentStructs: 50_000,
    paperChars: 750_000,
    recordsOnTable: 500,
    recordsPerPart: 2_000,
    fieldsPerRecord: 1_000,
    fieldChars: LIMITS.fieldChars,
    valueChars: 4_000,
    shareOfOne: 0.5,
    clientsPerParticipation: 500,
  },
  quota: 'plan',
  presence: true,
  read: readPlan,
  renew: freshCopy,
  before: { isIn: hasOldTexts, upgrade: upgradeTexts },
  writable: writableParts,
};
