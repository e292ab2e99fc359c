import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServerDatabase } from '../../helpers/database.ts';
import type { Dialect, Proof } from '../generator/client.ts';
import { type Child, startChild } from './child.ts';

/** The servers that are compared. */
export const SERVER_NAMES = ['planrunde', 'y-websocket-server', 'hocuspocus', 'bare'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];
/** Servers that are wrong on purpose: the harness must notice. */
export const BROKEN_NAMES = ['silent', 'lossy', 'doubling'] as const;
export type BrokenName = (typeof BROKEN_NAMES)[number];
export type AnyServer = ServerName | BrokenName;

/** A server that runs. */
export interface RunningServer {
  child: Child;
  dialect: Dialect;
  proof: Proof;
  /** Its database; null where it stores nothing. */
  databaseUrl: string | null;
  close(): Promise<void>;
}

/** Limits of rate that a load would meet, raised. Only our server has any. */
export type RaisedLimits = Readonly<Record<string, number>>;

/** What loads that go beyond one person's typing raise: messages and bytes a second and connection. */
export const RAISED: RaisedLimits = {
  messagesPerSecond: 10_000,
  messagesBurst: 20_000,
  bytesPerSecond: 16_777_216,
  bytesBurst: 16_777_216,
};

/** Starts a server of this name as a process of its own. */
export async function startServer(name: AnyServer, limits: RaisedLimits): Promise<RunningServer> {
  switch (name) {
    case 'planrunde':
      return startPlanrunde(limits);
    case 'y-websocket-server':
      return startPeer('../peers/y-websocket-server.js', 'yjs', 'echo');
    case 'hocuspocus':
      return startPeer('../peers/hocuspocus.js', 'hocuspocus', 'echo');
    case 'bare':
      return startPeer('bare.ts', 'yjs', 'none');
    default:
      return startPeer('bare.ts', 'yjs', 'none', { BENCH_BROKEN: name });
  }
}

async function startPeer(
  file: string,
  dialect: Dialect,
  proof: Proof,
  env: Record<string, string> = {},
): Promise<RunningServer> {
  const child = await startChild({ file: pathOf(file), env });
  return { child, dialect, proof, databaseUrl: null, close: () => child.end() };
}

async function startPlanrunde(limits: RaisedLimits): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'planrunde-bench-'));
  const database = await createServerDatabase(process.env['DATABASE_URL'] || undefined);
  const cleanUp = async (): Promise<void> => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const env = {
      ...{ PORT: '0', HOST: '127.0.0.1', BASE_URL: '', DATA_DIR: dataDir, DATABASE_URL: database.url },
      ...{ SECRET: 'a secret for measuring only, long enough', BENCH_LIMITS: JSON.stringify(limits) },
    };
    const child = await startChild({ file: pathOf('planrunde.ts'), env });
    const close = (): Promise<void> => child.end().finally(cleanUp);
    return { child, dialect: 'yjs', proof: 'ack', databaseUrl: database.url, close };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** Starts the process that makes the load. */
export function startGenerator(): Promise<Child> {
  return startChild({ file: pathOf('../generator/main.ts') });
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}
