import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, FULL, type LoadName, loads, QUICK } from './loads.ts';
import type { Measured } from './measure/figures.ts';
import { measureIdle } from './measure/idle.ts';
import { measureJoins } from './measure/joins.ts';
import { measureRate } from './measure/rate.ts';
import { closeSessions } from './measure/session.ts';
import { measureSteady, type Outcome } from './measure/steady.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { buildPages, installPeers } from './peers.ts';
import { performancePage, tables } from './report/document.ts';
import { describeMachine } from './report/machine.ts';
import { summarise } from './report/medians.ts';
import { targetTable } from './report/tables.ts';
import { judgeTargets } from './report/targets.ts';
import type { AnyServer } from './servers/roster.ts';

/**
 * `npm run bench`: the same load on our server, on the servers that people use instead, and on a bare
 * broadcast, one after the other on this machine. What is measured and how: docs/performance.md.
 */

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));

/** Progress goes to stderr, so that stdout holds results only. */
const say = (line: string): void => console.error(line);

try {
  const options = readOptions(process.argv.slice(2));
  if (options) {
    await run(options);
  } else {
    console.log(HELP);
  }
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}

async function run(options: Options): Promise<void> {
  process.once('SIGINT', () => void stopAll());
  process.once('SIGTERM', () => void stopAll());
  installPeers(say);
  buildPages();
  const measured: Measured[] = [];
  for (const load of options.only) {
    say(`\n${load}: ${describe(loads(options.quick)[load])}`);
    for (let round = 1; round <= options.rounds; round++) {
      for (const server of rotated(serversFor(load, options), round - 1)) {
        say(`  round ${round}: ${server}`);
        measured.push(await measure(load, server, round, options));
      }
    }
  }
  await report(measured, options);
}

/** Ends what runs and takes its databases along. */
async function stopAll(): Promise<void> {
  await closeSessions();
  process.exit(130);
}

async function report(measured: readonly Measured[], options: Options): Promise<void> {
  const summaries = summarise(measured);
  const targets = judgeTargets(summaries);
  const machine = await describeMachine();
  if (options.json) {
    console.log(JSON.stringify({ machine, options, summaries, targets, measured }, null, 2));
  } else {
    console.log(['', ...tables(options, summaries), ...targetTable(targets)].join('\n'));
  }
  if (options.write) {
    // What is written by hand stands behind the tables, and stays.
    const [byHand = ''] = /\n## Flood[\s\S]*$/.exec(readFileSync(PAGE, 'utf8')) ?? [];
    writeFileSync(PAGE, performancePage(options, machine, summaries, targets) + byHand);
    say('written: docs/performance.md');
  }
  const failed = measured.filter(({ problems }) => problems.some((problem) => problem.startsWith('failed')));
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function measure(
  load: LoadName,
  server: AnyServer,
  round: number,
  options: Options,
): Promise<Measured> {
  try {
    const { figures, problems } = await measureLoad(load, server, round, options);
    for (const problem of problems) {
      say(`    ! ${problem}`);
    }
    return { load, server, round, figures, problems };
  } catch (error) {
    const problem = `failed: ${(error as Error).message}`;
    say(`    ! ${problem}`);
    return { load, server, round, figures: {}, problems: [problem] };
  }
}

function measureLoad(
  name: LoadName,
  server: AnyServer,
  round: number,
  { quick, profile }: Options,
): Promise<Outcome> {
  const load = loads(quick)[name];
  const timing = quick ? QUICK : FULL;
  const file = profile && server === 'planrunde' ? `${profile}/${name}-${round}.cpuprofile` : null;
  switch (load.kind) {
    case 'steady':
      return measureSteady(server, load, timing, file);
    case 'joins':
      return measureJoins(server, load, file);
    case 'idle':
      return measureIdle(server, load);
    case 'rate':
      return measureRate(server, load, timing, file);
  }
}

/** A bare broadcast has no documents, so it has no idle ones. */
function serversFor(load: LoadName, { servers }: Options): AnyServer[] {
  return servers.filter((server) => load !== 'e' || server !== 'bare');
}

/** Each round begins with another server. */
function rotated<T>(items: readonly T[], by: number): T[] {
  return items.map((_, index) => items[(index + by) % items.length] as T);
}
