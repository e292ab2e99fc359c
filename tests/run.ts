import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium, ensurePostgres } from './helpers/machine.ts';

/**
 * The whole suite in one command: types, lint, unit, integration (embedded and PostgreSQL),
 * end to end in Chromium. The last line reads "N passed, N failed".
 */

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const OUTPUT = join(ROOT, 'tests', 'output');
const BIN = join(ROOT, 'node_modules', '.bin');

interface Count {
  passed: number;
  failed: number;
}

/** Runs one command with its output shown; gives its exit code. */
function run(command: string, args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join(BIN, command), args, { cwd: ROOT, stdio: 'inherit' });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A check that passes or fails as a whole, such as types. */
async function check(name: string, command: string, args: string[]): Promise<Count> {
  console.log(`\n── ${name}`);
  const failed = (await run(command, args)) === 0 ? 0 : 1;
  return { passed: 1 - failed, failed };
}

/** One folder of tests. A run that ends without a report counts as failed. */
async function tests(project: string): Promise<Count> {
  console.log(`\n── ${project}`);
  const report = join(OUTPUT, `${project}.json`);
  const code = await run('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ]);
  return readReport(report, code);
}

function readReport(file: string, code: number): Count {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
      numPendingTests: number;
      numFailedTestSuites: number;
      testResults: { status: string; assertionResults: unknown[] }[];
    };
    // A file that fails while loading has no tests; it must not vanish. Neither may a skipped test.
    const unloaded = report.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
    const failed = report.numFailedTests + report.numPendingTests + unloaded;
    return { passed: report.numPassedTests, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

rmSync(OUTPUT, { recursive: true, force: true });
mkdirSync(OUTPUT, { recursive: true });
await ensurePostgres();
ensureChromium();
const built = spawnSync(join(BIN, 'node'), [join(ROOT, 'server', 'http', 'build-cli.ts')], {
  cwd: ROOT,
  stdio: 'inherit',
});
const counts: Count[] = [{ passed: built.status === 0 ? 1 : 0, failed: built.status === 0 ? 0 : 1 }];
counts.push(await check('types', 'tsc', ['--noEmit']));
counts.push(await check('lint', 'biome', ['check', '--error-on-warnings', '.']));
counts.push(await check('exports', 'knip', ['--no-progress']));
counts.push(await tests('walls'));
counts.push(await tests('unit'));
counts.push(await tests('integration'));
counts.push(await tests('faults'));
counts.push(await tests('e2e'));
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
