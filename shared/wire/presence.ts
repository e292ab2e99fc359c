import * as z from 'zod/mini';
import { isCleanText } from '../domain/typed-text.ts';

const id = z.string().check(z.maxLength(64), z.refine(isCleanText, { error: 'invalid' }));

/**
 * What a client may say about itself in awareness. Identity is stamped by the server into `user`,
 * whatever the client sends; everything else it sends is dropped.
 */
export const ownPresence = z.strictObject({
  /** Where the pointer is on a board, in board units. */
  cursor: z.optional(
    z.nullable(z.strictObject({ board: z.enum(['goals', 'resources']), x: z.number(), y: z.number() })),
  ),
  /** Record that is selected. */
  selected: z.optional(z.nullable(id)),
  /** Record and field somebody types into. */
  editing: z.optional(
    z.nullable(
      z.strictObject({
        id,
        field: z.string().check(z.maxLength(40), z.refine(isCleanText, { error: 'invalid' })),
      }),
    ),
  ),
  /** A card under the finger: where it is now, before it is written once at the end. */
  drag: z.optional(z.nullable(z.strictObject({ id, x: z.number(), y: z.number() }))),
  /** Its page holds words that a restore has lost, and whoever leads shall know. */
  holdsLost: z.optional(z.boolean()),
});
export type OwnPresence = z.infer<typeof ownPresence>;

/** The identity that the server stamps. */
const presenceUser = z.object({
  participationId: z.string(),
  personId: z.nullable(z.string()),
  name: z.string(),
  initials: z.string(),
  hue: z.number(),
});
export type PresenceUser = z.infer<typeof presenceUser>;

/** One awareness state as everybody receives it. */
export const presenceState = z.extend(ownPresence, { user: presenceUser });
export type PresenceState = z.infer<typeof presenceState>;
