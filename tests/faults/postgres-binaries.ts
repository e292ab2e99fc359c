import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The user that PostgreSQL's package makes, and the first role of a cluster. */
export const USER = 'postgres';

/** The newest installed binaries. */
export function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(root, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (!found) {
    throw new Error(
      'The fault suite starts a PostgreSQL of its own and finds none in /usr/lib/postgresql. ' +
        'On Debian: apt-get install postgresql',
    );
  }
  return found;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function lowered(command: string, args: readonly string[]): [string, string[]] {
  return process.getuid?.() === 0
    ? ['setpriv', ['--reuid', USER, '--regid', USER, '--clear-groups', command, ...args]]
    : [command, [...args]];
}

export function unprivileged(command: string, args: readonly string[]): void {
  const [file, rest] = lowered(command, args);
  const done = spawnSync(file, rest, {
    encoding: 'utf8',
    cwd: '/',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  if (done.status !== 0) {
    throw new Error(`${command} failed: ${done.stderr || done.error?.message}`);
  }
}

export function spawnUnprivileged(command: string, args: readonly string[]): ChildProcess {
  const [file, rest] = lowered(command, args);
  return spawn(file, rest, { cwd: '/', stdio: 'ignore', env: { ...process.env, LC_ALL: 'C.UTF-8' } });
}

export function give(folder: string): void {
  if (process.getuid?.() === 0) {
    spawnSync('chown', [`${USER}:`, folder]);
  }
}

export function mount(folder: string, megabytes: number): boolean {
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  return done.status === 0;
}
