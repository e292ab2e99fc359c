import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, ensurePostgres } from './helpers/machine.ts';
import { type Count, type Outcome, readReport } from './report.ts';

/**
 * The whole suite in one command: types, lint, walls, unit, components and end to end in Chromium,
 * integration (embedded and PostgreSQL), faults. `--long` adds seeds, minutes of faults, the
 * second database everywhere, a walk over every field, and the story in WebKit and Firefox. The last line reads "N passed, N failed".
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUTPUT = join(ROOT, 'tests', 'output');
const BIN = join(ROOT, 'node_modules', '.bin');

interface Step extends Count {
  name: string;
  seconds: number;
}

const long = process.argv.includes('--long');
const filters = process.argv.slice(2).filter((argument) => argument !== '--long');
const environment = long ? { ...process.env, TEST_LONG: '1', FUZZ_RUNS: '30' } : process.env;
const steps: Step[] = [];
/** What failed, once more at the end: of a long run often only the end is kept. */
const failures: string[] = [];
const FAILURE_CHARS = 1_500;
/** What failed beside others and passed alone: said at the end, since it is a fault of the test or a race. */
const unsteady: string[] = [];
/** Pages are waited for, and a machine may stand still: a few failing files are run once more, alone. Never faults, units or walls. */
const WAITS_FOR_BROWSERS = new Set(['component', 'integration', 'e2e', 'engines', 'fields']);
const MAX_UNSTEADY_FILES = 4;

/** Runs one command with its output shown; gives its exit code. */
function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, command), args, { cwd: ROOT, stdio: 'inherit', env: environment });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A part of the run, with its time. */
async function step(name: string, work: () => Promise<Count>): Promise<void> {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const count = await work();
  steps.push({ name, seconds: (performance.now() - began) / 1000, ...count });
}

/** A check that passes or fails as a whole, such as types. */
function check(name: string, command: string, ...args: string[]): Promise<void> {
  return step(name, async () => {
    const failed = (await run(command, args)) === 0 ? 0 : 1;
    return { passed: 1 - failed, failed };
  });
}

/** One folder of tests, or some files of it. A run that ends without a report counts as failed. */
async function once(project: string, report: string, args: string[] = []): Promise<Outcome> {
  const file = join(OUTPUT, `${report}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run('vitest', ['run', '--project', project, ...reporters, ...args]);
  return readReport(file, code);
}

function tests(project: string): Promise<void> {
  return step(project, async () => {
    const first = await once(project, project, filters);
    const files = first.failedFiles;
    if (!WAITS_FOR_BROWSERS.has(project) || files.length === 0 || files.length > MAX_UNSTEADY_FILES) {
      failures.push(...first.failures);
      return first;
    }
    const second = await once(project, `${project}-again`, ['--no-file-parallelism', ...files]);
    failures.push(...second.failures);
    unsteady.push(...first.failures.filter(() => second.failed === 0));
    return { passed: first.passedElsewhere + second.passed, failed: second.failed };
  });
}

async function inTurn(projects: readonly string[]): Promise<void> {
  for (const project of projects) {
    await tests(project);
  }
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
await ensurePostgres();
ensureChromium();
// Each of these has one core to itself at most, so two cores take two at a time.
await Promise.all([
  check('build', 'node', join(ROOT, 'server', 'http', 'build-cli.ts')),
  check('types', 'tsc', '--noEmit'),
]);
await Promise.all([
  check('lint', 'biome', 'check', '--error-on-warnings', '.'),
  check('exports', 'knip', '--no-progress'),
]);
// Faults are mostly waited for: servers that are killed, lines that are cut.
await Promise.all([tests('faults'), inTurn(['walls', 'unit', 'component'])]);
await inTurn(['integration', 'e2e']);
if (long) {
  await inTurn(['fields', 'engines']);
  for (const database of ['postgres', 'embedded']) {
    const args = ['--minutes', '10', '--database', database];
    await check(`faults, ten minutes, ${database}`, 'node', join(ROOT, 'tests', 'faults', 'cli.ts'), ...args);
  }
}

for (const failure of failures) {
  console.log(`\nfailed: ${failure.slice(0, FAILURE_CHARS)}`);
}
for (const failure of unsteady) {
  console.log(`\nfailed once, passed alone: ${failure.slice(0, FAILURE_CHARS)}`);
}
console.log('');
for (const { name, seconds, passed, failed } of steps) {
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}: ${passed} passed, ${failed} failed`);
}
const passed = steps.reduce((sum, count) => sum + count.passed, 0);
const failed = steps.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
