import type { Load } from '../loads.ts';

/** One row of a table: a figure in words, and how many digits mean something. */
export interface Row {
  label: string;
  figure: string;
  digits: number;
  /** Shown as a ratio to the others too. */
  compared?: true;
}

const STEADY: readonly Row[] = [
  { label: 'CPU a delivered message, µs', figure: 'cpuUs', digits: 2, compared: true },
  { label: '… with PostgreSQL’s backends', figure: 'cpuUsWithPostgres', digits: 2 },
  { label: 'CPU of the server, cores', figure: 'cpuShare', digits: 2 },
  { label: 'CPU of PostgreSQL’s backends, cores', figure: 'postgresShare', digits: 2 },
  { label: 'delivered messages a second', figure: 'deliveriesPerS', digits: 0 },
  { label: '… of them edits', figure: 'editDeliveriesPerS', digits: 0 },
  { label: 'cursor states passed on, share', figure: 'cursorShare', digits: 2 },
  { label: 'frames a second', figure: 'framesPerS', digits: 0 },
  { label: 'edit → somebody else p50, ms', figure: 'deliveryP50', digits: 1 },
  { label: 'edit → somebody else p99, ms', figure: 'deliveryP99', digits: 1 },
  { label: 'edit → acknowledged p50, ms', figure: 'ackP50', digits: 1 },
  { label: 'edit → acknowledged p99, ms', figure: 'ackP99', digits: 1 },
  { label: 'bare COMMIT of one row p50 meanwhile, ms', figure: 'commitP50', digits: 1 },
  { label: 'bare COMMIT of one row p50 alone before, ms', figure: 'commitAloneP50', digits: 1 },
  { label: 'memory (PSS), MB', figure: 'pss', digits: 0 },
  { label: 'heap after collection, MB', figure: 'heap', digits: 0 },
  { label: 'generator busy, share', figure: 'generatorBusy', digits: 2 },
  { label: 'other work on the machine, cores', figure: 'othersShare', digits: 2 },
];

const JOINS: readonly Row[] = [
  { label: 'CPU of the server for all joins, ms', figure: 'cpuMs', digits: 0, compared: true },
  { label: 'CPU a join, ms', figure: 'cpuMsEach', digits: 2 },
  { label: 'joined', figure: 'joined', digits: 0 },
  { label: 'until the document is whole p50, ms', figure: 'joinP50', digits: 0 },
  { label: 'until the document is whole p99, ms', figure: 'joinP99', digits: 0 },
  { label: 'received a join, MB', figure: 'mbEach', digits: 2 },
];

const IDLE: readonly Row[] = [
  { label: 'memory (PSS) before, MB', figure: 'emptyPss', digits: 0 },
  { label: 'memory with one socket open in each, MB', figure: 'openPss', digits: 0, compared: true },
  { label: '… heap', figure: 'openHeap', digits: 0 },
  { label: 'memory 40 s after the last has left, MB', figure: 'leftPss', digits: 0, compared: true },
  { label: '… heap', figure: 'leftHeap', digits: 0 },
];

const RATE: readonly Row[] = [
  { label: 'highest edit rate, edits a second', figure: 'editsPerS', digits: 0, compared: true },
  { label: 'edit → somebody else p50 there, ms', figure: 'deliveryP50', digits: 1 },
  { label: 'edit → somebody else p99 there, ms', figure: 'deliveryP99', digits: 1 },
  { label: 'edit → acknowledged p99 there, ms', figure: 'ackP99', digits: 1 },
  { label: 'CPU of the server there, cores', figure: 'cpuShare', digits: 2 },
  { label: 'generator busy there, share', figure: 'generatorBusy', digits: 2 },
  { label: 'too much at, edits a second', figure: 'failedAt', digits: 0 },
];

/** The figures that are shown for a load of this kind. */
export const ROWS: Record<Load['kind'], readonly Row[]> = {
  steady: STEADY,
  joins: JOINS,
  idle: IDLE,
  rate: RATE,
};
