import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DemoAnswer, MadeRoom } from '#shared/api/answers.ts';
import { createServerDatabase, type DatabaseKind } from './database.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN_MS = 120_000;
/** A server that does not end when it is told to must not keep a test for ever. */
const END_WITHIN_MS = 30_000;

/** A server as a process of its own, started as a newcomer starts it. */
export interface ServerProcess {
  url: string;
  port: number;
  /** Its data folder, and its database where that is a server. */
  dataDir: string;
  databaseUrl: string | null;
  /** Everything it printed. */
  output(): string;
  /** A meeting with so many people at it, each on an admitted device; the first one leads. */
  room(participants: number): Promise<MadeRoom>;
  /** Fresh personal links through `npm run demo -- --json`. */
  demo(...flags: string[]): Promise<DemoAnswer>;
  /** Number of its process. */
  pid(): number;
  /** SIGTERM; gives the exit code. Throws where it has not ended after so many milliseconds. */
  stop(withinMs: number): Promise<number | null>;
  /** SIGKILL: no farewell, no flush. */
  kill(): Promise<void>;
  /** The same data, the same port. */
  restart(): Promise<void>;
  /** Ends the process and removes its data. */
  close(): Promise<void>;
}

/** Starts a server on a fresh database with the example case loaded; `root` is a copy of the product, if not itself. */
export async function startServer(
  kind: DatabaseKind,
  env: Record<string, string> = {},
  root: string = ROOT,
): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'planrunde-e2e-'));
  const database = kind === 'postgres' ? await createServerDatabase() : null;
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: database?.url ?? '',
    SECRET: 'a secret for tests only, long enough to pass',
    // The test runner sets this name for its own ends.
    BASE_URL: '',
    ...env,
  };
  const printed: string[] = [];
  let child = await launch(root, settings, printed, url);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended(child);
  };
  if (kind === 'postgres' && env['EXAMPLE'] === undefined) {
    await runDemo(root, settings);
  }
  return {
    url,
    port,
    dataDir,
    databaseUrl: database?.url ?? null,
    output: () => printed.join(''),
    demo: async (...flags) => (await runDemo(root, settings, flags)) as DemoAnswer,
    async room(participants) {
      const flags = ['--meetings', '1', '--participants', String(participants), '--admit'];
      const [room] = (await runDemo(root, settings, flags)) as MadeRoom[];
      if (!room) {
        throw new Error('no room was made');
      }
      return room;
    },
    pid: () => child.pid ?? 0,
    stop: async (withinMs) => {
      child.kill('SIGTERM');
      await within(withinMs, ended(child));
      return child.exitCode;
    },
    kill,
    restart: async () => {
      child = await launch(root, settings, printed, url);
    },
    close: async () => {
      child.kill('SIGTERM');
      await within(END_WITHIN_MS, ended(child)).catch(kill);
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(
  cwd: string,
  env: NodeJS.ProcessEnv,
  printed: string[],
  url: string,
): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout?.on('data', (chunk) => printed.push(String(chunk)));
  child.stderr?.on('data', (chunk) => printed.push(String(chunk)));
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    if (await answers(`${url}/health`)) {
      return child;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not start. It printed:\n${printed.join('')}`);
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

/** Runs the demo command as a person would and reads its JSON. */
function runDemo(cwd: string, env: NodeJS.ProcessEnv, flags: string[] = []): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['server/example/cli.ts', '--json', ...flags], { cwd, env });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    child.on('exit', (code) => {
      if (code === 0) {
        resolve(JSON.parse(out));
      } else {
        reject(new Error(`demo ended with ${code}: ${err}`));
      }
    });
  });
}

async function within(ms: number, end: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(() => late.reject(new Error(`The server has not ended after ${ms} ms`)), ms);
  await Promise.race([end, late.promise]).finally(() => clearTimeout(timer));
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve();
  }
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
