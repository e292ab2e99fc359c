/**
 * The content of a version as the product works with it. It is the content of the newest form; readers
 * of older forms (`versions/`) answer in it. `schemaVersion` keeps saying which form it was frozen in.
 */
export type {
  ActionGoalV1 as ProtocolActionGoal,
  ContentV1 as ProtocolContent,
  DirectionGoalV1 as ProtocolDirectionGoal,
  PersonV1 as ProtocolPerson,
  ResourceV1 as ProtocolResource,
  ReviewV1 as ProtocolReview,
  ServiceV1 as ProtocolService,
  StepV1 as ProtocolStep,
} from './versions/v1/schema.ts';

export { contentV1 as contentNow } from './versions/v1/schema.ts';

/** The form in which versions are frozen now. */
export const PROTOCOL_SCHEMA_VERSION = 1;
