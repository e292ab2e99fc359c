/** Limits of the wire and of a plan. Units are in the names. */
export const LIMITS = {
  /** One websocket message. */
  messageBytes: 1_048_576,
  /** One update inside it. */
  updateBytes: 262_144,
  /** Client ids that one connection may call its own. */
  ownClients: 64,
  /** State vector of a sync step 1. */
  stateVectorBytes: 65_536,
  /** Awareness states a second and connection that are passed on. */
  awarenessPerSecond: 30,
  awarenessBytes: 2_048,
  /** Every socket gets a message at least this often: the stock client leaves after 30 s of silence. */
  keepAliveMs: 15_000,
  /** Edits are gathered this long before they are committed together; the first one goes at once. */
  tickMs: 8,
  /** Above this a socket gets nothing more until it drains. */
  bufferedPauseBytes: 1_048_576,
  /** Above this, or after `bufferedTimeoutMs`, it is closed. */
  bufferedCloseBytes: 4_194_304,
  bufferedTimeoutMs: 30_000,
  /** An idle room without sockets is unloaded after this time. */
  roomIdleMs: 30_000,
  /** Time that clients have to flush when a plan is being frozen. */
  freezeFlushMs: 10_000,
  /** Characters of one text field (goal, resource, agreement). */
  fieldChars: 20_000,
  httpBodyBytes: 65_536,
} as const;
