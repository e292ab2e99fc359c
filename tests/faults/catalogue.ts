import type { DatabaseKind } from '../helpers/database.ts';
import type { Fault } from './fault.ts';
import { BAD_WILL } from './faults/bad-will.ts';
import { CRASHES } from './faults/crashes.ts';
import { DATABASE_FAULTS } from './faults/database.ts';
import { LINE_FAULTS } from './faults/lines.ts';
import { PROCESS_FAULTS } from './faults/processes.ts';
import { RIGHTS } from './faults/rights.ts';

/** Every fault that can happen on this database. */
export function faultsFor(kind: DatabaseKind, withLong: boolean): Fault[] {
  const all = [...CRASHES, ...PROCESS_FAULTS, ...LINE_FAULTS, ...DATABASE_FAULTS, ...RIGHTS, ...BAD_WILL];
  return all.filter((fault) => (fault.on ?? kind) === kind && (withLong || !fault.long));
}
