import { readConfig, StartError } from './config.ts';
import { closeConsole } from './log/console.ts';
import { openLog } from './log/log.ts';
import { type RunningServer, startServer } from './start.ts';

/** Closing ends by then, whatever hangs: whoever ends servers waits for ten seconds or more. */
const CLOSE_MS = 8_000;
/** How often a server started by npm looks whether npm's shell is still there. */
const PARENT_EVERY_MS = 500;

/** `npm start`: wiring only. One sentence and exit code 1 where something outside is wrong. */

async function main(): Promise<void> {
  const parent = process.ppid;
  const running = await startServer(readConfig(process.env), say);
  closeConsole(running.log);
  await greet(running);
  let ending = false;
  const end = (): void => {
    if (!ending) {
      ending = true;
      setTimeout(() => cutOff(running), CLOSE_MS).unref();
      running.close().then(
        () => process.exit(),
        () => process.exit(1),
      );
    }
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  endWithNpm(parent, end);
  await running.taken;
  running.log('server.not_alone', {});
  process.exitCode = 1;
  end();
}

/** What is acknowledged is in the database: nothing that still hangs is worth staying for. */
function cutOff({ log }: RunningServer): never {
  log('server.cut_off', { ms: CLOSE_MS });
  process.exit(1);
}

/** npm passes a signal to its shell and no further; a server whose shell is gone ends like one told to. */
function endWithNpm(parent: number, end: () => void): void {
  if (process.env['npm_lifecycle_event'] !== 'start') {
    return;
  }
  const watch = (): void => {
    if (process.ppid !== parent) {
      end();
    }
  };
  setInterval(watch, PARENT_EVERY_MS).unref();
}

/** A few lines: where it is, who may try what, and what this database is for. */
async function greet({ baseUrl, config, planrunde, metricsUrl, setupUrl }: RunningServer): Promise<void> {
  say(`\nPlanrunde is at ${baseUrl}\n`);
  if (metricsUrl) {
    say(`Metrics are at ${metricsUrl}\n`);
  }
  if (setupUrl) {
    say('Nobody looks after this office yet. Set it up at, once and within a day:');
    say(`  ${setupUrl}\n`);
  }
  const demo = await planrunde.demo.page(baseUrl);
  if (demo) {
    say(
      `  ${'Frau Seidel'.padEnd(20)} ${demo.signIn.email}  ${demo.signIn.password}  at ${baseUrl}/anmelden`,
    );
    for (const { name, url } of demo.places) {
      if (url) {
        say(`  ${name.padEnd(20)} ${url}`);
      }
    }
    for (const { place, url } of demo.lanLinks.filter(({ place }) => place === 'leon')) {
      say(`  ${`${place}, real phone`.padEnd(20)} ${url}`);
    }
    say('');
  }
  if (config.database.kind === 'embedded') {
    say('The embedded database is for trying out: a power cut may lose what was saved.');
    say(`Its data is in ${config.dataDir}. For real data set DATABASE_URL (see README.md).`);
  }
  say('Stop with Ctrl+C.');
}

/** To the person at the terminal; the log goes to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The message of what nobody foresaw may hold anything, an address with its password too. */
function crash(error: unknown): never {
  if (error instanceof StartError) {
    process.stderr.write(`${error.message}\n`);
  } else {
    openLog('fatal')('server.crashed', { error });
  }
  process.exit(1);
}

process.on('uncaughtException', crash);
process.on('unhandledRejection', crash);
main().catch(crash);
