import * as z from 'zod/mini';
import { actionGoal, contentV1, directionGoal, id, review, scale } from '../v1/schema.ts';

/**
 * Content of a version in form 2: form 1, of each running text whose words it holds, of each number who has
 * entered it in the place of its person, and of a goal of before which one takes its place. A section has as many texts as voices have written in it, in their order.
 */

const { texts: _withoutVoices, ...kept } = contentV1.shape;
const sectionText = z.strictObject({
  section: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/)),
  /** Id of a person; absent where nobody is named. */
  voice: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  paragraphs: z.array(z.string().check(z.maxLength(100_000))),
});

/** Who entered a number; absent where the person did so. */
const enteredBy = { by: z.optional(id) };

export const actionGoalV2 = z.extend(actionGoal, {
  scales: z.optional(z.array(z.strictObject({ person: id, value: scale, ...enteredBy }))),
});
export const directionGoalV2 = z.extend(directionGoal, { goals: z.optional(z.array(actionGoalV2)) });
const reviewV2 = z.extend(review, {
  /** Goals of this version in the place of the one that is looked back upon. */
  replacedBy: z.optional(z.array(z.strictObject({ goalId: id, number: z.string() }))),
  scales: z.optional(
    z.array(z.strictObject({ person: id, before: z.optional(scale), now: z.optional(scale), ...enteredBy })),
  ),
});

export const contentV2 = z.strictObject({
  ...kept,
  schemaVersion: z.literal(2),
  goals: z.optional(z.array(directionGoalV2)),
  reviews: z.optional(z.array(reviewV2)),
  texts: z.optional(z.array(sectionText)),
});

export type ContentV2 = z.infer<typeof contentV2>;
export type ReviewV2 = z.infer<typeof reviewV2>;
