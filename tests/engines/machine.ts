import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The programs that the engines need, and the packages of Debian that bring them. */
const PROGRAMS = {
  webkit: [
    ['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'],
    ['/usr/bin/Xvfb', 'xvfb'],
  ],
  firefox: [['/usr/bin/firefox-esr', 'firefox-esr']],
} as const;

/** Fails with the command that installs what is missing; an engine that is missing is never skipped. */
export function needPackages(engine: keyof typeof PROGRAMS): void {
  const missing = PROGRAMS[engine].filter(([path]) => !existsSync(path)).map(([, name]) => name);
  if (missing.length > 0) {
    throw new Error(`${missing.join(' and ')} missing. On Debian: apt-get install ${missing.join(' ')}`);
  }
}

/** The small browser around the engine, which comes with the library. */
export async function miniBrowser(): Promise<string> {
  for await (const path of glob('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')) {
    return path;
  }
  throw new Error('MiniBrowser missing. On Debian: apt-get install libwebkit2gtk-4.1-0');
}

/** A folder that goes when its browser goes. */
export function ownFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'planrunde-engine-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Starts a program in a group of its own, so that what it starts ends and sleeps with it. */
export function start(program: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(program, args, { env, detached: true, stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
}

/** Sends a signal to a program and everything it started. */
export function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid && child.exitCode === null && child.signalCode === null) {
    process.kill(-child.pid, name);
  }
}

/** Ends a program and everything it started, and waits for it. */
export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGCONT');
    signal(child, 'SIGKILL');
    await gone;
  }
}

/** The first match in what a program says on one of its streams. */
export function said(child: ChildProcess, stream: 2 | 3, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdio[stream]?.on('data', (chunk) => {
      text += String(chunk);
      const found = pattern.exec(text)?.[1];
      if (found) {
        resolve(found);
      }
    });
    child.once('exit', () => reject(new Error(`${child.spawnfile} ended at once: ${text}`)));
  });
}
