import { z } from 'zod';

/**
 * What a client may say about itself in awareness. Identity is stamped by the server into `user`,
 * whatever the client sends; everything else it sends is dropped.
 */
export const ownPresence = z.strictObject({
  /** Where the pointer is on a board, in board units. */
  cursor: z
    .strictObject({ board: z.enum(['goals', 'resources']), x: z.number(), y: z.number() })
    .nullable()
    .optional(),
  /** Record that is selected. */
  selected: z.string().max(64).nullable().optional(),
  /** Record and field somebody types into. */
  editing: z
    .strictObject({ id: z.string().max(64), field: z.string().max(40) })
    .nullable()
    .optional(),
  /** A card under the finger: where it is now, before it is written once at the end. */
  drag: z
    .strictObject({ id: z.string().max(64), x: z.number(), y: z.number() })
    .nullable()
    .optional(),
});
export type OwnPresence = z.infer<typeof ownPresence>;

/** The identity that the server stamps. */
export interface PresenceUser {
  participationId: string;
  personId: string | null;
  name: string;
  initials: string;
  hue: number;
}

/** One awareness state as everybody receives it. */
export interface PresenceState extends OwnPresence {
  user: PresenceUser;
}
