import type { LoadName } from '../loads.ts';
import { loads } from '../loads.ts';
import type { Options } from '../options.ts';
import type { Machine } from './machine.ts';
import type { Summary } from './medians.ts';
import { loadTable, targetTable } from './tables.ts';
import type { Result } from './targets.ts';

const METHOD = `
1. Each server is a process of its own, started afresh for each load; they run one after the other. The
   generator is another process: raw sockets that keep no document and count what comes.
2. All servers get the same edits and cursors. An edit is one character typed behind one's own last one
   into the words of a goal; after fifty characters a person types over them. All rooms begin with the
   plan of the example.
3. Planrunde runs as it is shipped: the guard reads every edit, PostgreSQL commits it durably, then it is
   passed on. The others store nothing and let everybody do everything. Limits of rate are raised in d, e, f.
4. “Bare broadcast” hands every frame to everybody else in the room and does nothing more.
5. A delivered message is one edit, or one cursor state, that has reached one other person, in whatever
   frame. At the end every edit must have reached every other person exactly once; what is missing is told.
6. CPU is user and system time of the server process (/proc), over the measured time, after a warm-up.
   PostgreSQL's backends are told separately. Memory is read after a forced collection.
7. d: a client has joined when it holds every edit of the document. e: a client comes to each document,
   writes it and stays; when all are there, all leave. Planrunde and Hocuspocus unload what nobody uses,
   Planrunde can load it again. f: the rate doubles until too much, then the distance is halved.
8. The bare COMMIT inserts one row through a connection of its own, on the same PostgreSQL.
`.trim();

/** docs/performance.md */
export function performancePage(
  options: Options,
  machine: Machine,
  summaries: readonly Summary[],
  results: readonly Result[],
): string {
  const missed = results.filter(({ met }) => met === false);
  return [
    '# Performance',
    '',
    `Measured on ${machine.date} with \`${command(options)}\`; \`npm run bench -- --help\` says more.`,
    '',
    `${machine.cores}, ${machine.memory}, ${machine.system}, Node ${machine.node}, PostgreSQL`,
    `${machine.postgres}. Peers: ${machine.versions}.`,
    '',
    '## Method',
    '',
    METHOD,
    '',
    '## Targets',
    '',
    ...targetTable(results),
    missed.length === 0 ? 'None is missed.' : `Missed: ${missed.length} of ${results.length}; see below.`,
    '',
    '## Figures',
    '',
    options.rounds > 1 ? `Medians of ${options.rounds} rounds.` : 'One round.',
    '',
    ...tables(options, summaries),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** The tables of all loads that were measured. */
export function tables(options: Options, summaries: readonly Summary[]): string[] {
  const all = loads(options.quick);
  return options.only.flatMap((name: LoadName) => loadTable(name, all[name], summaries));
}

function command({ quick, rounds }: Options): string {
  const flags = [quick ? '--quick' : '', rounds > 1 ? `--rounds ${rounds}` : '', '--write'].filter(Boolean);
  return `npm run bench -- ${flags.join(' ')}`;
}
