import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readServerFile } from '#server/http/server-file.ts';
import { freePort } from '../helpers/server-process.ts';
import type { CrashPoint } from './crash-points.ts';
import type { Order } from './server-entry.ts';
import { waitFor } from './wait.ts';
import type { Weakness } from './weak.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_MS = 60_000;
const END_MS = 30_000;

/** How a process ended, and whether the suite had a hand in it. */
export interface End {
  how: string;
  wanted: boolean;
}

export interface ServerOptions {
  /** Address of the database; null for the embedded one in the data folder. */
  databaseUrl: string | null;
  weakness?: Weakness | undefined;
  /** Address under which people know it, where that is not its own: they come through a proxy. */
  baseUrl?: string;
  /** Folder of an earlier process on the embedded database. */
  dataDir?: string;
}

/** One server under test: a process that is started, disturbed, ended and started again at one port. */
export class ServerProcess {
  readonly port: number;
  readonly dataDir: string;
  readonly ends: End[] = [];
  /** Everything that it has printed, over all its lives. */
  output = '';
  readonly #options: ServerOptions;
  #child: ChildProcess | null = null;
  #wantsEnd = false;

  static async make(options: ServerOptions): Promise<ServerProcess> {
    return new ServerProcess(await freePort(), options);
  }

  private constructor(port: number, options: ServerOptions) {
    this.port = port;
    this.#options = options;
    this.dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'planrunde-faults-'));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get runs(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Starts it and waits until it listens. */
  async start(env: Record<string, string> = {}): Promise<void> {
    const child = this.launch(env);
    await waitFor(
      async () => child.exitCode !== null || child.signalCode !== null || (await this.#isUp()),
      'the server is up',
      READY_MS,
    );
    if (!this.runs) {
      throw new Error(`the server did not start:\n${this.output.slice(-2_000)}`);
    }
  }

  /** Starts it without waiting. */
  launch(env: Record<string, string> = {}): ChildProcess {
    const { databaseUrl, weakness } = this.#options;
    this.#wantsEnd = false;
    const child = spawn(process.execPath, ['tests/faults/server-entry.ts'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...process.env,
        PORT: String(this.port),
        DATA_DIR: this.dataDir,
        DATABASE_URL: databaseUrl ?? '',
        SECRET: 'a secret for tests only, long enough to pass',
        // The test runner sets this name for its own ends.
        BASE_URL: this.#options.baseUrl ?? '',
        ...(weakness ? { FAULTS_WEAKNESS: weakness } : {}),
        ...env,
      },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
      });
    }
    child.once('exit', (code, signal) => {
      this.ends.push({ how: signal ?? `exit ${code}`, wanted: this.#wantsEnd });
    });
    this.#child = child;
    return child;
  }

  /** Asks it for something; only while it runs. */
  order(order: Order): void {
    if (this.#child?.connected) {
      this.#child.send(order);
    }
  }

  /** From now on its end is the suite's doing: it dies when this point is reached for the nth time. */
  arm(point: CrashPoint, nth: number): void {
    this.expectEnd();
    this.order({ do: 'crash', point, nth });
  }

  expectEnd(): void {
    this.#wantsEnd = true;
  }

  /** Whether it has ended within `ms`. */
  async hasEnded(ms = END_MS): Promise<boolean> {
    try {
      await waitFor(() => !this.runs, 'the server has ended', ms);
      return true;
    } catch {
      return false;
    }
  }

  /** SIGKILL: no farewell, no flush. */
  async kill(): Promise<void> {
    this.expectEnd();
    this.signal('SIGKILL');
    await this.hasEnded();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child?.kill(signal);
  }

  /** SIGTERM; gives how it ended. */
  async drain(): Promise<string> {
    this.expectEnd();
    this.signal('SIGTERM');
    await waitFor(() => !this.runs, 'the server has drained', END_MS);
    return this.ends.at(-1)?.how ?? '';
  }

  /** Ends it, whatever state it is in, and removes its folder. */
  async remove(): Promise<void> {
    if (this.runs) {
      this.signal('SIGCONT');
      await this.kill();
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** A POST of this machine's own commands, such as rooms for measuring. */
  async command<T>(path: string, body: unknown): Promise<T> {
    const key = readServerFile(this.dataDir)?.key ?? '';
    const answer = await fetch(`${this.origin}/api/demo/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(20_000),
    });
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return (await answer.json()) as T;
  }

  async #isUp(): Promise<boolean> {
    try {
      return (await fetch(`${this.origin}/health`, { signal: AbortSignal.timeout(2_000) })).ok;
    } catch {
      return false;
    }
  }
}
