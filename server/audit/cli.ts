import { parseArgs } from 'node:util';
import { readConfig, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { type ChainCheck, type ChainSubject, verifyAllChains, verifyChain } from './chain.ts';

/** `npm run audit`: checks the chains of what was written down, all or one, and says which are whole. */

const HELP = `npm run audit [-- --case ID | --meeting ID | --account ID]
  checks every chain of the database, or that one; ends with 1 where one is broken`;

interface Checked {
  subject: ChainSubject;
  check: ChainCheck;
}

try {
  const checked = await look(wanted());
  for (const { subject, check } of checked) {
    process.stdout.write(`${subject.kind} ${subject.id}: ${inWords(check)}\n`);
  }
  const broken = checked.filter(({ check }) => !check.valid).length;
  process.stdout.write(`${checked.length} chains, ${broken} broken\n`);
  process.exitCode = broken > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof StartError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** What to look at; null: everything. */
function wanted(): ChainSubject | null {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { case: text, meeting: text, account: text } });
    for (const kind of ['case', 'meeting', 'account'] as const) {
      const id = values[kind];
      if (id !== undefined) {
        return { kind, id };
      }
    }
    return null;
  } catch {
    throw new StartError(HELP);
  }
}

async function look(subject: ChainSubject | null): Promise<Checked[]> {
  const database = await openDatabase(readConfig(process.env).database);
  try {
    await migrate(database.sql);
    return subject
      ? [{ subject, check: await verifyChain(database.sql, subject) }]
      : await verifyAllChains(database.sql);
  } finally {
    await database.close();
  }
}

function inWords(check: ChainCheck): string {
  return check.valid
    ? `whole, ${check.entries} entries, head ${check.head}`
    : `BROKEN at entry ${check.seq} (${check.why})`;
}
