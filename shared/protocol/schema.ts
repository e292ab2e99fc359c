/**
 * The content of a version as the product works with it. It has the shape of the newest form; readers of
 * older forms (`versions/`) answer in it. `schemaVersion` keeps saying which form it was frozen in.
 */
export type {
  PersonV1 as ProtocolPerson,
  ResourceV1 as ProtocolResource,
  ServiceV1 as ProtocolService,
} from './versions/v1/schema.ts';
export type { ReviewV2 as ProtocolReview } from './versions/v2/schema.ts';
export type {
  ActionGoalV3 as ProtocolActionGoal,
  DirectionGoalV3 as ProtocolDirectionGoal,
  StepV3 as ProtocolStep,
} from './versions/v3/schema.ts';

import { type ContentNow, KNOWN_FORMS, NEWEST_FORM } from './versions/registry.ts';

export type ProtocolContent = ContentNow;
export type ProtocolText = NonNullable<ProtocolContent['texts']>[number];

/** The form in which versions are frozen now. */
export const PROTOCOL_SCHEMA_VERSION = NEWEST_FORM.schemaVersion;
/** The forms that can be read. */
export const READABLE_SCHEMA_VERSIONS = KNOWN_FORMS;
