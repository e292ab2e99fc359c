import type { DatabaseKind } from '../helpers/database.ts';
import type { Round } from './round.ts';

/** One way in which something goes wrong while people type. What it breaks it mends again. */
export interface Fault {
  name: string;
  /** Databases on which it can happen; both where nothing is said. */
  on?: DatabaseKind;
  /** Takes too long for the run of a minute. */
  long?: true;
  run(round: Round): Promise<void>;
}
