import { type ChildProcess, fork } from 'node:child_process';

/** A process that answers questions: a server that is measured, or the generator. */
export interface Child {
  pid: number;
  /** Rejects when the child says no, ends, or takes longer than `withinMs`. */
  ask<T>(command: string, args?: object, withinMs?: number): Promise<T>;
  end(): Promise<void>;
}

/** How a child is started. */
export interface ChildOrder {
  file: string;
  env?: Record<string, string>;
}

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

type Answer = { ready: true } | { id: number; result: never } | { id: number; error: string };

const READY_WITHIN_MS = 120_000;
const ANSWER_WITHIN_MS = 120_000;
const END_WITHIN_MS = 15_000;
const KEPT_OUTPUT = 2_000;

/** Starts a child and waits until it is ready. What it prints is kept for the error it may end with. */
export async function startChild({ file, env = {} }: ChildOrder): Promise<Child> {
  const child = fork(file, [], {
    env: { ...process.env, ...env },
    execArgv: ['--expose-gc'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const line = new Line(child);
  await within(READY_WITHIN_MS, line.ready, `${file} did not get ready`);
  return {
    pid: child.pid ?? 0,
    ask: (command, args = {}, withinMs = ANSWER_WITHIN_MS) =>
      within(withinMs, line.ask(command, args), `no answer to "${command}" in ${withinMs / 1000} s`),
    end: () => endChild(child),
  };
}

/** Questions and answers of one child. */
class Line {
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #printed = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    child.stderr?.on('data', (chunk) => {
      this.#printed = (this.#printed + String(chunk)).slice(-KEPT_OUTPUT);
    });
    this.ready = new Promise((resolve, reject) => {
      this.#waiting.set(0, { resolve, reject });
    });
    child.on('message', (answer: Answer) => this.#take(answer));
    child.on('exit', (code, signal) => this.#fail(`the process ended (${signal ?? code})`));
    child.on('error', (error) => this.#fail(error.message));
  }

  ask<T>(command: string, args: object): Promise<T> {
    const id = this.#next++;
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      if (this.#child.connected) {
        this.#child.send({ id, command, args });
      } else {
        this.#fail('the process has ended');
      }
    });
  }

  #take(answer: Answer): void {
    const id = 'ready' in answer ? 0 : answer.id;
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if ('error' in answer) {
      waiting?.reject(new Error(answer.error));
    } else {
      waiting?.resolve('ready' in answer ? (undefined as never) : answer.result);
    }
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(this.#printed ? `${reason}: ${this.#printed.trim()}` : reason));
    }
    this.#waiting.clear();
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const cut = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  await ended;
  clearTimeout(cut);
}

async function within<T>(ms: number, work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(what)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
