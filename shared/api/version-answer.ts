import * as z from 'zod/mini';
import { DECISIONS, SIGNOFF_METHODS } from '../protocol/decisions.ts';
import type { ProtocolContent } from '../protocol/schema.ts';
import { CanonicalError } from '../protocol/versions/canonical-error.ts';
import { acceptContent } from '../protocol/versions/registry.ts';
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
  /** Number of the version that it was said to, where that is an earlier one. */
  version: z.optional(z.string()),
});
export type SignoffEntry = z.infer<typeof signoffEntry>;

/** Frozen bytes, parsed: of whatever form they are, its reader makes the content of today. */
const frozenContent = z.pipe(
  z.unknown(),
  z.transform((value, context): ProtocolContent => {
    try {
      return acceptContent(value);
    } catch (error) {
      if (!(error instanceof CanonicalError)) {
        throw error;
      }
      context.issues.push({ code: 'custom', input: value, message: error.message });
      return z.NEVER;
    }
  }),
);

export const versionAnswer = z.object({
  version: versionRef,
  content: frozenContent,
  /** Every decision this viewer may see, in the order in which they came; the last of a person counts. */
  signoffs: z.array(signoffEntry),
  /** What who has said nothing to this version had said to one that was opened again, each one's last. */
  earlier: z.array(signoffEntry),
});
export type VersionAnswer = z.infer<typeof versionAnswer>;
