import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import type { OneTimeAddress } from '#shared/api/account-answers.ts';
import { resetBody } from '#shared/api/account-bodies.ts';
import {
  makeResetAddress as resetRoute,
  makeSetupAddress as setupRoute,
} from '#shared/api/routes/accounts.ts';
import { readConfig, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { askServer, runningServer } from '../http/ask-server.ts';
import { makeResetAddress } from './people/make-reset-address.ts';
import { makeSetupAddress } from './set-up.ts';

/**
 * `npm run setup`: a new one-time address at which the office is set up, or an account anew. Asks the running
 * server, and opens the database itself where none runs.
 */

const HELP = `npm run setup
  prints a new one-time address at which the office and its first administrator are set up;
  earlier ones open nothing any more. Only while nobody looks after the accounts.
npm run setup -- --reset name@office.example
  prints a one-time address at which this account sets its password and second factor anew;
  whatever was signed in with it ends then. For the last administrator: others are helped on the
  page of the accounts.`;

const THERE_IS_ONE =
  'Somebody looks after the accounts already: an administrator invites others. Nothing was changed.';
const NOBODY = 'No account that can sign in has this e-mail address. Nothing was changed.';

if (process.argv.includes('--help')) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

try {
  const config = readConfig(process.env);
  const email = readReset();
  const server = await runningServer(config.dataDir);
  const { url, expiresAt } =
    server === null
      ? await askDatabase(config, email)
      : email === null
        ? await askServer(server, setupRoute, {}, { 409: THERE_IS_ONE })
        : await askServer(server, resetRoute, { email }, { 404: NOBODY });
  const what = email === null ? 'Set the office up' : `Set the account ${email} up anew`;
  process.stdout.write(`${what} at, once and until ${expiresAt}:\n  ${url}\n`);
} catch (error) {
  if (!(error instanceof StartError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** The account that is to be set up anew; null where it is the office. */
function readReset(): string | null {
  try {
    const { reset } = parseArgs({ options: { reset: { type: 'string' } } }).values;
    return reset === undefined ? null : z.parse(resetBody, { email: reset }).email;
  } catch {
    throw new StartError(`--reset needs the e-mail address of an account.\n${HELP}`);
  }
}

async function askDatabase(
  config: ReturnType<typeof readConfig>,
  email: string | null,
): Promise<OneTimeAddress> {
  const database = await openDatabase(config.database);
  try {
    await migrate(database.sql);
    const baseUrl = config.baseUrl ?? `http://localhost:${config.port}`;
    const ctx = { sql: database.sql, now: () => new Date() };
    const made =
      email === null ? await makeSetupAddress(ctx, baseUrl) : await makeResetAddress(ctx, email, baseUrl);
    if (made === null) {
      throw new StartError(email === null ? THERE_IS_ONE : NOBODY);
    }
    return made;
  } finally {
    await database.close();
  }
}
