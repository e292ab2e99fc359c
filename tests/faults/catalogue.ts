import type { DatabaseKind } from '../helpers/database.ts';
import { BAD_WILL } from './faults/bad-will.ts';
import { CRASHES } from './faults/crashes.ts';
import { DATABASE_FAULTS } from './faults/database.ts';
import { LINE_FAULTS } from './faults/lines.ts';
import { PROCESS_FAULTS } from './faults/processes.ts';
import { RIGHTS } from './faults/rights.ts';
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

/** Every fault that can happen on this database. */
export function faultsFor(kind: DatabaseKind, withLong: boolean): Fault[] {
  const all = [...CRASHES, ...PROCESS_FAULTS, ...LINE_FAULTS, ...DATABASE_FAULTS, ...RIGHTS, ...BAD_WILL];
  return all.filter((fault) => (fault.on ?? kind) === kind && (withLong || !fault.long));
}
