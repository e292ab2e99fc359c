import * as z from 'zod/mini';
import { DECISIONS, SIGNOFF_METHODS } from '../protocol/decisions.ts';
import { contentNow } from '../protocol/schema.ts';
import { personRef, versionRef } from './view.ts';

/** A file of its own: the schema of a protocol is large, and the pages before the table need none. */

/** One decision as it stands beside a version. */
export const signoffEntry = z.object({
  person: personRef,
  decision: z.enum(DECISIONS),
  remark: z.nullable(z.string()),
  thinkUntil: z.nullable(z.string()),
  method: z.enum(SIGNOFF_METHODS),
  at: z.string(),
  /** Only where it was confirmed in the browser that leads the meeting. */
  leadersBrowser: z.optional(z.literal(true)),
});
export type SignoffEntry = z.infer<typeof signoffEntry>;

export const versionAnswer = z.object({
  version: versionRef,
  /** Exactly the frozen bytes, parsed. */
  content: contentNow,
  /** Every decision this viewer may see, in the order in which they came; the last of a person counts. */
  signoffs: z.array(signoffEntry),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;
