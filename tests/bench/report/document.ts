import { LOAD_NAMES, type LoadName, loads } from '../loads.ts';
import type { Options } from '../options.ts';
import { SERVER_NAMES } from '../servers/roster.ts';
import type { Machine } from './machine.ts';
import type { Summary } from './medians.ts';
import { loadTable, targetTable } from './tables.ts';
import type { Result } from './targets.ts';

const METHOD = `
1. Each server is a process of its own, fresh for each load, one after the other. The load is made by
   another process: raw sockets that keep no document and send the same bytes to all.
2. An edit is one character typed into the words of a goal, over fifty older ones from time to time. A
   cursor is an awareness state with identity. All rooms begin with the plan of the example.
3. Planrunde runs as shipped: guard, PostgreSQL, durable commit, then broadcast; limits of rate are raised
   in d, e, f. The others store nothing and ask nobody. Bare broadcast hands every frame on, unread.
4. A delivered message is one edit, or one cursor state, that reached one other person, in whatever frame.
   At the end every edit must have reached everybody else exactly once; what is missing is told.
5. CPU is user and system time of the server process after a warm-up; PostgreSQL’s backends are told
   separately. Memory is PSS after a forced collection; heap is what objects and their bytes use.
6. d: joined is who holds every edit. e: one client comes to each document, writes and stays; when all are
   there, all leave. Planrunde and Hocuspocus then unload; only Planrunde can load it again. f: the rate
   doubles until it is too much three times, then the distance is halved.
7. The bare COMMIT inserts one row by a connection of its own, in the same PostgreSQL, during the load.
`.trim();

/** docs/performance.md */
export function performancePage(
  options: Options,
  machine: Machine,
  summaries: readonly Summary[],
  results: readonly Result[],
): string {
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
    ...verdictLines(results),
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

function verdictLines(results: readonly Result[]): string[] {
  const missed = results.filter(({ met }) => met === false);
  const open = results.some(({ met }) => met === null) || results.length === 0;
  if (missed.length > 0) {
    return ['Missed:', '', ...missed.map(missedLine)];
  }
  return [open ? 'Not all targets were measured.' : 'None is missed.'];
}

function missedLine({ load, what, bound, ratio, why }: Result): string {
  return `- ${load}, ${what}: ${ratio?.toFixed(2)} instead of ${bound}. ${why}`;
}

function command({ quick, rounds, only, servers }: Options): string {
  const flags = [
    quick ? '--quick' : '',
    only.length < LOAD_NAMES.length ? `--only ${only.join(',')}` : '',
    servers.length < SERVER_NAMES.length ? `--servers ${servers.join(',')}` : '',
    rounds > 1 ? `--rounds ${rounds}` : '',
    '--write',
  ].filter(Boolean);
  return `npm run bench -- ${flags.join(' ')}`;
}
