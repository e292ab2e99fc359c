import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';
import type { DemoAnswer, ExchangeAnswer } from '#shared/api/answers.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
/** A machine that is busy, and perhaps builds the pages first. */
export const LONG = 120_000;

/** A process that a test has started. */
export interface Run {
  child: ChildProcess;
  out(): string;
  err(): string;
  /** Exit code; null where a signal ended it. */
  ended: Promise<number | null>;
}

const folders: string[] = [];
const running: Run[] = [];

/** An empty folder for data, until all is over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planrunde-start-'));
  folders.push(folder);
  return folder;
}

/** Starts a command with an environment of its own: nothing of the test runner's is in it. */
export function run(command: string, args: string[], env: Record<string, string>): Run {
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: tmpdir(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const started = { child, out: () => out, err: () => err, ended };
  running.push(started);
  return started;
}

/** Starts a server. */
export function start(env: Record<string, string>): Run {
  return run(process.execPath, ['server/main.ts'], env);
}

/** Waits until it has greeted: then it listens. */
export async function greeted(server: Run): Promise<void> {
  const isThere = (): boolean => {
    if (!server.out().includes('Stop with Ctrl+C')) {
      throw new Error(`The server did not greet. It printed:\n${server.out()}${server.err()}`);
    }
    return true;
  };
  await vi.waitFor(isThere, { timeout: LONG, interval: 50 });
}

/** A start that must fail: one sentence or two on one line, no stack, nothing left behind. */
export async function expectRefused(env: Record<string, string>, words: RegExp): Promise<void> {
  const refused = start(env);
  expect(await refused.ended).toBe(1);
  expect(refused.err().trim()).toMatch(words);
  expect(refused.err().trim().split('\n')).toHaveLength(1);
  expect(refused.err()).not.toMatch(/\bat .+:\d+/);
}

/** What `npm run demo` tells. */
export async function demoByCommand(env: Record<string, string>, ...flags: string[]): Promise<DemoAnswer> {
  const command = run('npm', ['run', '--silent', 'demo', '--', '--json', ...flags], env);
  expect({ code: await command.ended, err: command.err() }).toMatchObject({ code: 0 });
  return JSON.parse(command.out()) as DemoAnswer;
}

/** Opens a personal link as its page does; the participation, or the refusal's status. */
export async function exchange(base: string, url: string | null | undefined): Promise<string | number> {
  const answer = await fetch(`${base}/api/links/exchange`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base },
    body: JSON.stringify({ token: new URL(url ?? '').hash.slice(1) }),
  });
  return answer.ok ? ((await answer.json()) as ExchangeAnswer).participationId : answer.status;
}

/** The personal link of a place of the example. */
export function linkOf(demo: DemoAnswer, place: string): string | null | undefined {
  return demo.places.find(({ id }) => id === place)?.url;
}

/** Ends what still runs, and throws the folders away. */
export function endAll(): void {
  for (const { child } of running.filter(({ child }) => child.exitCode === null && !child.signalCode)) {
    child.kill('SIGKILL');
  }
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
}
