import { LIMITS } from '../../wire/limits.ts';
import { SCHEMA_VERSION } from '../../wire/messages.ts';
import type { DocumentKind, RecordsRoot, RootShape } from '../kind.ts';
import { freshCopy } from './fresh-copy.ts';
import { type Plan, readPlan } from './plan.ts';
import { writableParts } from './rights.ts';
import { type MapPart, TEXT_SECTIONS } from './roots.ts';

/** Records whose field `before` the server alone writes: what the last version said of a goal. */
const RECORDS: RecordsRoot = { holds: 'records', fixed: ['before'] };

const MAPS: Record<MapPart, RootShape> = {
  goals: { ...RECORDS, countedOnTable: true, quota: 'goals' },
  resources: { ...RECORDS, quota: 'resources' },
  people: RECORDS,
  views: RECORDS,
  service: { ...RECORDS, quota: 'service' },
  agreements: { ...RECORDS, quota: 'agreements' },
  clearing: RECORDS,
  meta: RECORDS,
  board: { holds: 'drawings' },
};

const TEXTS = Object.fromEntries(
  TEXT_SECTIONS.map((section): [string, RootShape] => [`text:${section}`, { holds: 'paragraphs' }]),
);

/** The plan of one meeting, which everybody at the table shares. */
export const planKind: DocumentKind<Plan> = {
  name: 'plan',
  schemaVersion: SCHEMA_VERSION,
  roots: { ...MAPS, ...TEXTS },
  limits: {
    documentBytes: 5_242_880,
    documentStructs: 50_000,
    recordsOnTable: 500,
    recordsPerPart: 2_000,
    fieldsPerRecord: 1_000,
    fieldChars: LIMITS.fieldChars,
    clientsPerParticipation: 500,
  },
  quota: 'plan',
  presence: true,
  read: readPlan,
  renew: freshCopy,
  writable: writableParts,
};
