import { parseArgs } from 'node:util';
import type { DemoAnswer, MadeRoom } from '#shared/api/answers.ts';
import { freshLinks, makeRooms as makeRoomsRoute } from '#shared/api/routes/example.ts';
import { DOCUMENT_KINDS } from '#shared/documents/kinds.ts';
import { readConfig, StartError } from '../config.ts';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { askServer, runningServer } from '../http/ask-server.ts';
import type { ServerFile } from '../http/server-file.ts';
import { openLog } from '../log/log.ts';
import { createPgFacts, createPgStore } from '../sync/log/pg-store.ts';
import { createSyncHub } from '../sync/room/hub.ts';
import { createAppWithExample } from './extension.ts';
import { makeRooms, type RoomsOrder } from './rooms.ts';

/**
 * `npm run demo`: fresh personal links of the example case. Asks the running server, and opens the
 * database itself where none runs.
 */

interface Wanted {
  json: boolean;
  reset: boolean;
  rooms: RoomsOrder | null;
}

const HELP = `npm run demo -- [--json] [--reset]
  fresh personal links of the example case; earlier links stay valid
  --json    as JSON
  --reset   puts the example away (nothing is erased) and loads it anew
npm run demo -- --meetings 10 --participants 6 [--admit] --json
  rooms for measuring; --admit gives everybody an admitted device`;

try {
  const wanted = readWanted();
  if (wanted) {
    const config = readConfig(process.env);
    const server = await runningServer(config.dataDir);
    const answer = server ? await askRunning(server, wanted) : await askDatabase(config, wanted);
    console.log(wanted.json ? JSON.stringify(answer, null, 2) : inWords(answer));
  } else {
    console.log(HELP);
  }
} catch (error) {
  if (!(error instanceof StartError)) {
    throw error;
  }
  console.error(error.message);
  process.exitCode = 1;
}

function readWanted(): Wanted | null {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        admit: { type: 'boolean', default: false },
        meetings: { type: 'string' },
        participants: { type: 'string', default: '6' },
      },
    });
    if (values.help) {
      return null;
    }
    const meetings = values.meetings === undefined ? null : count('meetings', values.meetings);
    const participants = count('participants', values.participants);
    return {
      json: values.json,
      reset: values.reset,
      rooms: meetings === null ? null : { meetings, participants, admit: values.admit },
    };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${HELP}`);
  }
}

function count(name: string, value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1) {
    throw new Error(`--${name} must be a number above 0, it is "${value}".`);
  }
  return number;
}

function askRunning(server: ServerFile, wanted: Wanted): Promise<DemoAnswer | MadeRoom[]> {
  return wanted.rooms
    ? askServer(server, makeRoomsRoute, wanted.rooms)
    : askServer(server, freshLinks, { reset: wanted.reset });
}

async function askDatabase(
  config: ReturnType<typeof readConfig>,
  wanted: Wanted,
): Promise<DemoAnswer | MadeRoom[]> {
  const database = await openDatabase(config.database);
  try {
    const { sql } = database;
    await migrate(sql);
    const log = openLog(config.logLevel);
    const hub = createSyncHub({
      kinds: DOCUMENT_KINDS,
      store: createPgStore(sql),
      facts: createPgFacts(sql),
      onTrouble: (documentId, error) => log('document.failed', { documentId, error }),
    });
    const baseUrl = config.baseUrl ?? `http://localhost:${config.port}`;
    const { ctx, demo, close } = createAppWithExample({
      sql,
      hub,
      log,
      database: database.kind,
      secret: config.secret,
      baseUrl,
      origins: new Set([baseUrl]),
      clientFolder: null,
      dataDir: null,
    });
    try {
      if (wanted.rooms) {
        return await makeRooms(ctx, wanted.rooms, baseUrl);
      }
      if (wanted.reset) {
        await demo.reset();
      }
      return await demo.freshLinks(baseUrl);
    } finally {
      await close();
      await hub.close();
    }
  } finally {
    await database.close();
  }
}

function inWords(answer: DemoAnswer | MadeRoom[]): string {
  if (Array.isArray(answer)) {
    return `${answer.length} rooms made; use --json for links and cookies.`;
  }
  const places = answer.places.flatMap(({ name, url }) => (url ? [`  ${name.padEnd(18)} ${url}`] : []));
  const { email, password } = answer.signIn;
  const near = answer.lanLinks.map(({ place, url }) => `  ${place.padEnd(18)} ${url}`);
  return [
    'Personal links of the example; each opens in a tab of its own:',
    ...places,
    `Frau Seidel leads and signs in: ${email}, password ${password}`,
    ...(near.length > 0 ? ['On a phone in the same network:', ...near] : []),
  ].join('\n');
}
