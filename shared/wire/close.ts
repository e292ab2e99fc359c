/**
 * Close codes. y-websocket 3.1 never comes back after 4400–4499 and retries after 4500–4599;
 * we send no others, because it retries for ever after everything else.
 */
export const CLOSE = {
  /** The frame was not one of ours or could not be read. */
  malformed: { code: 4400, reason: 'malformed' },
  /** No session, or it has ended. */
  unauthenticated: { code: 4401, reason: 'unauthenticated' },
  /** The right was withdrawn, or was never there. */
  forbidden: { code: 4403, reason: 'forbidden' },
  /** No such plan. */
  unknown: { code: 4404, reason: 'unknown' },
  /** It has seen what the server does not hold: an older dump was restored, or the plan made anew. Load it again. */
  restored: { code: 4410, reason: 'restored' },
  /** The client is older than the plan's schema. */
  outdated: { code: 4426, reason: 'outdated' },
  /** Too much in too short a time. */
  flooded: { code: 4429, reason: 'flooded' },
  /** The server is going down or the room was reloaded: come back. */
  restart: { code: 4500, reason: 'restart' },
  /** The reader was too slow; on return it gets one state difference. */
  slow: { code: 4508, reason: 'slow' },
} as const;
export type CloseName = keyof typeof CLOSE;
