import type { OpenConnection } from '../sync/types.ts';

/** Who is connected now, and what has been sent. */
export interface Presence {
  connections: readonly OpenConnection[];
  /** Devices whose line broke a short while ago. */
  cutOff: readonly OpenConnection[];
  /** Participations of admitted devices with an open live socket. */
  watching: ReadonlySet<string>;
  /** Connected shared screens. */
  screens: number;
}
