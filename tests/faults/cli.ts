import { parseArgs } from 'node:util';
import { type Report, runFaults } from './suite.ts';
import { WEAKNESSES, type Weakness } from './weak.ts';

/**
 * `npm run test:faults -- --minutes 10 [--seed N] [--database postgres|embedded] [--only words]`: people
 * type while everything goes wrong; then every acknowledged change must be there. Exit code 1 when a
 * promise was broken.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string' },
    database: { type: 'string', default: 'postgres' },
    only: { type: 'string', default: '' },
    weakness: { type: 'string' },
  },
});
const { minutes, database, only, weakness } = values;
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
if (
  (database !== 'postgres' && database !== 'embedded') ||
  !(Number(minutes) > 0) ||
  !Number.isInteger(seed)
) {
  console.error('--minutes and --seed take numbers, --database takes postgres or embedded');
  process.exit(2);
}
if (weakness !== undefined && !(weakness in WEAKNESSES)) {
  console.error(`--weakness takes ${Object.keys(WEAKNESSES).join(', ')}`);
  process.exit(2);
}

console.log(`seed ${seed}, ${database}, ${minutes} minutes`);
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    console.log('ending after this round');
    stopped = true;
  });
}
const report = await runFaults({
  seed,
  ms: Number(minutes) * 60_000,
  database,
  long: Number(minutes) >= 5,
  only,
  ...(weakness ? { weakness: weakness as Weakness } : {}),
  say: (line) => console.log(line),
  stopped: () => stopped,
  begin: (line) => process.env['FAULTS_TRACE'] && console.error(line),
});
print(report);
process.exit(report.violations.length === 0 ? 0 : 1);

function print({ seen, violations }: Report): void {
  console.log('\nrounds  changes  acknowledged  refused  unanswered  connections  violations  fault');
  for (const [name, one] of [...seen].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))) {
    const numbers = [one.rounds, one.typed, one.kept, one.refused, one.unknown, one.connections];
    const widths = [6, 9, 14, 9, 12, 13];
    const columns = [...numbers, one.violations.length].map((n, at) => String(n).padStart(widths[at] ?? 12));
    console.log(`${columns.join('')}  ${name}`);
  }
  const rounds = [...seen.values()].reduce((sum, one) => sum + one.rounds, 0);
  console.log(`\nseed ${seed}: ${rounds} rounds, ${violations.length} violations`);
}
