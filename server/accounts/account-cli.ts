import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { PASSWORD_CHARS } from '#shared/api/account-bodies.ts';
import { readConfig, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { openLog } from '../log/log.ts';
import { createAuth } from './auth.ts';

/**
 * `npm run account`: makes a staff account, or gives an existing one a new password. The password is
 * read from PASSWORD, never from the command line, which others on the machine can see.
 */

const HELP = `npm run account -- --email name@office.example --name "Vorname Nachname"
  the password is taken from the environment (PASSWORD), or made and shown once`;

if (process.argv.includes('--help')) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}

try {
  const { email, name } = readWanted();
  const given = process.env['PASSWORD'];
  if (given !== undefined && given.length < PASSWORD_CHARS.min) {
    throw new StartError(`PASSWORD must have at least ${PASSWORD_CHARS.min} characters.`);
  }
  const password = given ?? randomBytes(12).toString('base64url');
  await putAccount({ email, name, password });
  const shown = given === undefined ? `, password ${password} (shown only now)` : '';
  process.stdout.write(`${name} can sign in: ${email}${shown}\n`);
} catch (error) {
  if (!(error instanceof StartError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

function readWanted(): { email: string; name: string } {
  try {
    const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } } });
    const [email, name] = [values.email?.trim().toLowerCase() ?? '', values.name?.trim() ?? ''];
    if (!/^[^@\s]+@[^@\s]+$/.test(email) || name === '') {
      throw new Error('An e-mail address and a name are needed.');
    }
    return { email, name };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${HELP}`);
  }
}

async function putAccount(account: { email: string; name: string; password: string }): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config.database);
  try {
    await migrate(database.sql);
    const baseUrl = config.baseUrl ?? `http://localhost:${config.port}`;
    const log = openLog(config.logLevel);
    const settings = { sql: database.sql, log, secret: config.secret, baseUrl, origins: [baseUrl] };
    const nobodyIsThere = async (): Promise<void> => undefined;
    const hooks = { onSessionEnd: nobodyIsThere, onSessionRenewed: nobodyIsThere };
    await createAuth({ ...settings, ...hooks }).putAccount(account);
  } finally {
    await database.close();
  }
}
