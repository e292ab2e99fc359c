import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, ensurePostgres } from './helpers/machine.ts';

/**
 * The whole suite in one command: types, lint, walls, unit, components and end to end in Chromium,
 * integration (embedded and PostgreSQL), faults. `--long` adds seeds, minutes of faults, the
 * second database everywhere, a walk over every field, and the story in WebKit and Firefox. The last line reads "N passed, N failed".
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUTPUT = join(ROOT, 'tests', 'output');
const BIN = join(ROOT, 'node_modules', '.bin');

interface Count {
  passed: number;
  failed: number;
}

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

/** One folder of tests. A run that ends without a report counts as failed. */
function tests(project: string): Promise<void> {
  return step(project, async () => {
    const report = join(OUTPUT, `${project}.json`);
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await run('vitest', ['run', '--project', project, ...reporters, ...filters]);
    return readReport(report, code);
  });
}

async function inTurn(projects: readonly string[]): Promise<void> {
  for (const project of projects) {
    await tests(project);
  }
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
}

function failuresIn({ testResults }: Report): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) =>
    status === 'failed' && assertionResults.length === 0
      ? [`${name}: ${message}`]
      : assertionResults
          .filter((one) => one.status === 'failed')
          .map(({ fullName, failureMessages }) => `${name}: ${fullName}\n${failureMessages.join('\n')}`),
  );
}

function readReport(file: string, code: number): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
    // A file that fails while loading has no tests; it must not vanish. Neither may a skipped test.
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + report.numPendingTests + unloaded;
    failures.push(...failuresIn(report));
    return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
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
console.log('');
for (const { name, seconds, passed, failed } of steps) {
  console.log(`${seconds.toFixed(1).padStart(7)} s  ${name}: ${passed} passed, ${failed} failed`);
}
const passed = steps.reduce((sum, count) => sum + count.passed, 0);
const failed = steps.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
