import * as z from 'zod/mini';
import { id, step } from '../v1/schema.ts';
import { actionGoalV2, contentV2, directionGoalV2 } from '../v2/schema.ts';

/** Content of a version in form 3: form 2, and of the own words of a goal or step who has written them. */

/** Absent where nobody knows, or where there are no own words beside the agreed ones. */
const written = { writer: z.optional(id) };

const stepV3 = z.extend(step, written);
const actionGoalV3 = z.extend(actionGoalV2, { ...written, steps: z.optional(z.array(stepV3)) });
const directionGoalV3 = z.extend(directionGoalV2, { ...written, goals: z.optional(z.array(actionGoalV3)) });

export const contentV3 = z.strictObject({
  ...contentV2.shape,
  schemaVersion: z.literal(3),
  goals: z.optional(z.array(directionGoalV3)),
});

export type ContentV3 = z.infer<typeof contentV3>;
export type DirectionGoalV3 = z.infer<typeof directionGoalV3>;
export type ActionGoalV3 = z.infer<typeof actionGoalV3>;
export type StepV3 = z.infer<typeof stepV3>;
